using System.Text;
using Lind.Index.Segments;
using Lind.Search.Binding;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Serving;

/// <summary>Looks a text up among the values and words of the index.</summary>
internal static class NameUses
{
    private const int LongestName = 200;

    /// <summary>The use of a text in pieces.</summary>
    public static NameUse Of(SearchView view, string text, IReadOnlyList<string> pieces)
    {
        var columns = pieces.Select(ColumnOf).ToArray();
        var spellings = text.Length is 0 or > LongestName ? [] : Completion.Spellings(text).Select(Encoding.UTF8.GetBytes).ToArray();
        return new(
            [.. columns.Select(column => spellings.Sum(spelling => (long)view.Snapshot.RowsWithKeyword(0, column, spelling)))],
            QueryWord.Of(text).Select(word => view.Count(word.Term)).DefaultIfEmpty(0).Min());
    }

    private static int ColumnOf(string piece) => FieldCatalogue.Find(piece) is { IsLeaf: true } field
        && StudySchema.ColumnKindOf(field) == Index.Schemas.ColumnKind.Keyword && StudySchema.ColumnOf(field) is >= 0 and var column
        ? column : throw new ArgumentException($"The values of {piece} are not counted.", nameof(piece));
}
