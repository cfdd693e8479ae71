using Lind.Studies.Fields;

namespace Lind.Studies.Json;

/// <summary>Fields that a reader over bytes wants; it passes over everything else quickly.</summary>
/// <remarks>Immutable and thread-safe; make it once.</remarks>
public sealed class FieldSet
{
    // By ordinal: the field itself is wanted; something below it (or it) is wanted.
    private readonly bool[] _wanted = new bool[FieldCatalogue.All.Count];
    private readonly bool[] _entered = new bool[FieldCatalogue.All.Count];

    /// <summary>The set of these fields; a branch stands for everything below it.</summary>
    public FieldSet(IEnumerable<StudyField> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach (var field in fields.SelectMany(field => field.SelfAndDescendants()))
        {
            _wanted[field.Ordinal] = true;
            for (var above = field; above is not null; above = above.Parent)
            {
                _entered[above.Ordinal] = true;
            }
        }
    }

    /// <summary>Every field.</summary>
    public static FieldSet All { get; } = new(FieldCatalogue.Roots);

    /// <summary>Whether the field is in the set.</summary>
    public bool Contains(StudyField field) => _wanted[field.Ordinal];

    /// <summary>Whether the field or one below it is in the set.</summary>
    public bool Enters(StudyField field) => _entered[field.Ordinal];
}
