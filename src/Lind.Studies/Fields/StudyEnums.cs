using System.Collections.Frozen;

namespace Lind.Studies.Fields;

/// <summary>The registry's 41 coded lists.</summary>
/// <remarks>Read once from an embedded table; immutable and thread-safe.</remarks>
public static class StudyEnums
{
    private static readonly StudyEnum[] Lists = Read();

    private static readonly FrozenDictionary<string, StudyEnum> ByType =
        Lists.ToFrozenDictionary(list => list.Type, StringComparer.Ordinal);

    /// <summary>All lists, in the registry's order.</summary>
    public static IReadOnlyList<StudyEnum> All => Lists;

    /// <summary>The list with this type name, such as <c>Phase</c>; null when there is none.</summary>
    public static StudyEnum? Find(string type) => ByType.GetValueOrDefault(type);

    /// <summary>The list with this type name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static StudyEnum OfType(string type) => ByType[type];

    private static StudyEnum[] Read() => [.. CatalogueData.Lines("enums.tsv", 5)
        .GroupBy(cell => cell[0], ReadValue)
        .Select(group => new StudyEnum(group.Key, [.. group]))];

    private static StudyEnumValue ReadValue(string[] cell) => new(cell[1], cell[2], cell[3], Exceptions(cell[4]));

    private static FrozenDictionary<string, string> Exceptions(string cell) => cell
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
