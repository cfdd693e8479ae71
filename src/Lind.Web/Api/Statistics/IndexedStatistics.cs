using System.Globalization;
using Lind.Search;
using Lind.Studies.Fields;

namespace Lind.Web.Api.Statistics;

/// <summary>The figures that the index can tell at once, as they would be counted: of codes, truth values and single
/// numbers, and of lists that lie in no other list.</summary>
internal static class IndexedStatistics
{
    private static readonly StudySearchRequest Everything = new();

    /// <summary>Whether the index tells of the field all that is to be told.</summary>
    /// <remarks>Dates lack their formats there, texts their longest, numbers of a list come once a study.</remarks>
    public static bool KnowsValues(StudyField field) => field.Kind is FieldKind.Enum or FieldKind.Boolean
        || (field.Kind is FieldKind.Integer or FieldKind.Number && field.EnclosingLists.Count == 0);

    /// <summary>The same of a list's lengths.</summary>
    public static bool KnowsSizes(StudyField field) => field.IsList && field.EnclosingLists.Count == 1;

    public static ReadOnlyMemory<byte>? ValuesOf(SearchIndex index, StudyField field, CancellationToken cancellation) =>
        index.Statistics(Everything, field.Piece, cancellation).Statistics is { } told
            ? new FieldFigures(field, told.Type, told.Missing)
            {
                Unique = told.UniqueValues ?? 0,
                Top = [.. told.TopValues.Select(one => (one.Value, one.Count))],
                True = told.TrueCount ?? 0,
                False = told.FalseCount ?? 0,
                Numbers = told is { Min: { } least, Max: { } most, Average: { } mean } ? (Read(least), Read(most), mean) : null,
            }.ToJson()
            : null;

    public static ReadOnlyMemory<byte>? SizesOf(SearchIndex index, StudyField field, CancellationToken cancellation) =>
        index.Sizes(Everything, field.Piece, cancellation).Sizes is { } told
            ? new ListFigures(field,
                [.. told.TopSizes.Select(one => (int.Parse(one.Value, CultureInfo.InvariantCulture), one.Count))]).ToJson()
            : null;

    private static double Read(string number) => double.Parse(number, CultureInfo.InvariantCulture);
}
