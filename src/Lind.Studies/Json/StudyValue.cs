using System.Text;
using Lind.Studies.Fields;

namespace Lind.Studies.Json;

/// <summary>One value of a record, as <see cref="StudyWalker"/> meets it. Valid only during the call that gives it.
/// </summary>
public readonly ref struct StudyValue
{
    private readonly double _first;
    private readonly double _second;

    internal StudyValue(StudyField field, ReadOnlySpan<byte> utf8, ReadOnlySpan<int> ordinals,
        double first = 0, double second = 0)
    {
        Field = field;
        Utf8 = utf8;
        Ordinals = ordinals;
        _first = first;
        _second = second;
    }

    /// <summary>The field the value belongs to.</summary>
    public StudyField Field { get; }

    /// <summary>The text of a text value, escapes resolved; the spelling of a number; <c>true</c> or <c>false</c>;
    /// empty for a point.</summary>
    public ReadOnlySpan<byte> Utf8 { get; }

    /// <summary>Where the value stands in the lists around it, from 0, outermost list first: aligned with
    /// <see cref="StudyField.EnclosingLists"/>. For a site's city: the site's place; for a phase: its place in the
    /// list.</summary>
    public ReadOnlySpan<int> Ordinals { get; }

    /// <summary>The number of an integer or number field.</summary>
    public double Number => _first;

    /// <summary>Whether a boolean field is true.</summary>
    public bool IsTrue => Utf8.SequenceEqual("true"u8);

    /// <summary>A point's degrees north; within 90.</summary>
    public double Latitude => _first;

    /// <summary>A point's degrees east; within 180.</summary>
    public double Longitude => _second;

    /// <summary>The text as a string.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8);
}

/// <summary>Takes what <see cref="StudyWalker"/> meets.</summary>
public interface IStudyVisitor
{
    /// <summary>Takes one value.</summary>
    /// <remarks>Guarantees: values come in the record's own order; each list item gives a value of its own; null,
    /// points that are not on the earth, and members the catalogue does not know are not given.</remarks>
    void Value(in StudyValue value);

    /// <summary>Takes the length of a list, after its items.</summary>
    /// <param name="list">The list field.</param>
    /// <param name="count">How many items it has.</param>
    /// <param name="ordinals">Where it stands in the lists around it (the list itself not included).</param>
    void EndList(StudyField list, int count, ReadOnlySpan<int> ordinals);
}
