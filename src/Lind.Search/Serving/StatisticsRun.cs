using System.Globalization;
using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Schemas;
using Lind.Search.Filters;
using Lind.Search.Mapping;
using Lind.Studies.Fields;
using Collect = Lind.Index.Collectors;

namespace Lind.Search.Serving;

/// <summary>What fields hold over the studies of a request.</summary>
internal sealed class StatisticsRun(SearchView view, CancellationToken cancellationToken)
{
    private const int MostTopValues = 250;
    // Longer lists than any record's; a hostile one's length is counted with these.
    private const int MostSizes = 1_000_000;

    /// <summary>Values of a leaf.</summary>
    public (FieldStatistics? Statistics, SearchError? Error) Values(StudySearchRequest scope, string piece)
    {
        var field = FieldCatalogue.Find(piece);
        if (field is not { IsLeaf: true })
        {
            return (null, Unknown(piece));
        }

        var (bound, error) = new RequestBinder(view).Bind(scope);
        if (bound is null)
        {
            return (null, error);
        }

        var column = StudySchema.ColumnOf(field);
        var kind = column < 0 ? null : StudySchema.ColumnKindOf(field);
        return kind switch
        {
            ColumnKind.Keyword => (Keywords(bound.Query, field, column), null),
            ColumnKind.Integer or ColumnKind.Real => (Numbers(bound.Query, field, column), null),
            _ => (Presence(bound.Query, field), null),
        };
    }

    /// <summary>Lengths of a list.</summary>
    public (FieldSizes? Sizes, SearchError? Error) Sizes(StudySearchRequest scope, string piece)
    {
        var field = FieldCatalogue.Find(piece);
        if (field is null || StudySchema.SizeOf(field) < 0)
        {
            return (null, Unknown(piece));
        }

        var (bound, error) = new RequestBinder(view).Bind(scope);
        if (bound is null)
        {
            return (null, error);
        }

        var most = Whole(Histogram(bound.Query, StudySchema.SizeOf(field), [0]).Histograms[0].Max);
        var bounds = Enumerable.Range(0, Math.Min(most, MostSizes) + 1).Select(size => (double)size).ToArray();
        var result = Histogram(bound.Query, StudySchema.SizeOf(field), bounds).Histograms[0];
        var sizes = result.Counts.Select((count, size) => new FacetValue(size.ToString(CultureInfo.InvariantCulture), count))
            .Where(one => one.Count > 0).ToArray();
        return (new FieldSizes(field.Piece, field.Path, Whole(result.Min), Whole(result.Max),
            sizes.OrderByDescending(one => one.Count).ToArray(), sizes.Length), null);
    }

    private FieldStatistics Keywords(Query query, StudyField field, int column)
    {
        var result = view.Searcher.Search(
            new Collect.SearchRequest { Query = query, Limit = 0, Facets = [new Collect.FacetRequest(column, MostTopValues)] },
            cancellationToken);
        var facet = result.Facets[0];
        var top = facet.Values.Select(value => new FacetValue(value.Text, value.Count)).ToArray();
        var isBoolean = field.Kind == FieldKind.Boolean;
        return new FieldStatistics(field.Piece, field.Path, TypeOf(field), result.Total, facet.Missing)
        {
            UniqueValues = isBoolean ? null : facet.Distinct,
            TopValues = isBoolean ? [] : top,
            TrueCount = isBoolean ? top.FirstOrDefault(value => value.Value == "true")?.Count ?? 0 : null,
            FalseCount = isBoolean ? top.FirstOrDefault(value => value.Value == "false")?.Count ?? 0 : null,
        };
    }

    private FieldStatistics Numbers(Query query, StudyField field, int column)
    {
        var result = Histogram(query, column, [double.MinValue]);
        var histogram = result.Histograms[0];
        var isDate = field.Kind is FieldKind.Date or FieldKind.DateTime;
        return new FieldStatistics(field.Piece, field.Path, TypeOf(field), result.Total, histogram.Missing)
        {
            Min = Text(histogram.Min, isDate),
            Max = Text(histogram.Max, isDate),
            Average = isDate || histogram.Values == 0 ? null : histogram.Sum / histogram.Values,
        };
    }

    private FieldStatistics Presence(Query query, StudyField field)
    {
        var total = view.Searcher.Count(query, cancellationToken);
        var with = view.Searcher.Count(
            new AndQuery(query, Binding.PresenceBinder.Of(field, inSite: false)), cancellationToken);
        return new FieldStatistics(field.Piece, field.Path, TypeOf(field), total, total - with);
    }

    private SearchResult Histogram(Query query, int column, double[] bounds) => view.Searcher.Search(
        new Collect.SearchRequest { Query = query, Limit = 0, Histograms = [new Collect.HistogramRequest(column, bounds)] },
        cancellationToken);

    private static string? Text(double value, bool isDate) => double.IsNaN(value) ? null
        : isDate ? FieldValues.DateText((long)value)
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static int Whole(double value) => double.IsNaN(value) ? 0 : (int)value;

    private static string TypeOf(StudyField field) => field.Kind switch
    {
        FieldKind.Enum => "ENUM",
        FieldKind.Boolean => "BOOLEAN",
        FieldKind.Date or FieldKind.DateTime => "DATE",
        FieldKind.Integer => "INTEGER",
        FieldKind.Number => "NUMBER",
        _ => "STRING",
    };

    private static SearchError Unknown(string piece) =>
        new("fields", 0, piece.Length, $"Unknown piece name of field path: {piece}")
        {
            Suggestion = Areas.SearchScopes.Nearest(piece),
        };
}
