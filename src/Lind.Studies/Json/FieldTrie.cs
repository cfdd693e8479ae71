using System.Text;
using Lind.Studies.Fields;

namespace Lind.Studies.Json;

/// <summary>A member of the record as readers over bytes meet it: the field, and the members below it by name.</summary>
internal sealed class FieldTrie
{
    private readonly byte[] _name;

    private FieldTrie(string name, int index, StudyField? field, FieldTrie[] children)
    {
        _name = Encoding.UTF8.GetBytes(name);
        Index = index;
        Field = field;
        Children = children;
        IsList = field?.IsList ?? false;
        Kind = field?.Kind ?? FieldKind.Struct;
    }

    /// <summary>The record itself.</summary>
    public static FieldTrie Root { get; } = new("", 0, null, Of(FieldCatalogue.Roots));

    /// <summary>The field; null for the record itself.</summary>
    public StudyField? Field { get; }

    /// <summary>Its place among its parent's members.</summary>
    public int Index { get; }

    /// <summary>What it holds, apart from being a list.</summary>
    public FieldKind Kind { get; }

    /// <summary>Whether it is an array.</summary>
    public bool IsList { get; }

    /// <summary>The members below it.</summary>
    public FieldTrie[] Children { get; }

    /// <summary>The member with this name; null when the catalogue has none.</summary>
    /// <param name="name">The member's name, unescaped.</param>
    /// <param name="hint">Where to look first; moved past the member found. The registry writes members in the
    /// catalogue's order, so the first look nearly always hits.</param>
    public FieldTrie? Find(ReadOnlySpan<byte> name, ref int hint)
    {
        var children = Children;
        for (var i = hint; i < children.Length; i++)
        {
            if (name.SequenceEqual(children[i]._name))
            {
                hint = i + 1;
                return children[i];
            }
        }

        for (var i = 0; i < hint && i < children.Length; i++)
        {
            if (name.SequenceEqual(children[i]._name))
            {
                hint = i + 1;
                return children[i];
            }
        }

        return null;
    }

    private static FieldTrie[] Of(IReadOnlyList<StudyField> fields) =>
        [.. fields.Select((field, index) => new FieldTrie(field.Name, index, field, Of(field.Children)))];
}
