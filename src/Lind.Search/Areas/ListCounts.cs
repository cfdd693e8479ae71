using System.Collections.Frozen;
using Lind.Studies.Fields;

namespace Lind.Search.Areas;

/// <summary>The registry's names for how many items a list has, which it only indexes: <c>NumArmGroups</c> is the length
/// of <c>ArmGroup</c>. The same number as <c>AREA[ArmGroup:size]</c>.</summary>
internal static class ListCounts
{
    private static readonly FrozenDictionary<string, StudyField> Lists = FieldCatalogue.All
        .Where(field => field.IsList)
        .ToFrozenDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    /// <summary>The list whose length the name means; null when there is none.</summary>
    public static StudyField? Find(string name) => Lists.GetValueOrDefault(name);

    /// <summary>The name of a list's length: <c>Num</c> and the piece in the plural.</summary>
    public static string NameOf(StudyField list) => "Num" + (list.Piece switch
    {
        [.., 's'] => list.Piece,
        [.. var stem, 'y'] when !"aeiou".Contains(stem[^1], StringComparison.Ordinal) => stem + "ies",
        var piece => piece + "s",
    });
}
