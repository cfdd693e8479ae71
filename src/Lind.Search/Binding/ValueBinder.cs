using System.Text;
using Lind.Index.Queries;
using Lind.Search.Areas;
using Lind.Search.Essie;
using Lind.Search.Mapping;
using Lind.Studies;
using Lind.Studies.Fields;

namespace Lind.Search.Binding;

/// <summary>Terms, ranges and distances: matched by what the field means (a date, an age, a code) or else as
/// text.</summary>
internal sealed class ValueBinder(TextBinder text)
{
    private const double MetresPerMile = 1609.344;

    /// <summary>The query of a source expression.</summary>
    public Query Bind(EssieExpression expression, BindingContext context, bool negated) => expression switch
    {
        TermExpression term => BindTerm(term, context, negated),
        RangeExpression range => BindRange(range, context),
        DistanceExpression distance => BindDistance(distance, context),
        _ => throw new InvalidOperationException($"No meaning for {expression.GetType().Name}"),
    };

    private Query BindTerm(TermExpression term, BindingContext context, bool negated)
    {
        if (NctIdBinder.Bind(term, context) is { } ids)
        {
            return ids;
        }

        var field = context.Scope.Field is { IsLeaf: true } leaf ? leaf : null;
        var column = field is null ? -1 : ColumnOf(field, context);
        switch (field?.Kind)
        {
            case FieldKind.Enum:
                return BindCode(term, field, column, context.InSite);
            case FieldKind.Boolean:
                return BindBoolean(term, column);
            case FieldKind.Date or FieldKind.DateTime or FieldKind.Time or FieldKind.Integer:
                var (low, high) = OrderedText.Equal(field, term.Text)
                    ?? throw EssieBinder.Error(term.Span, OrderedText.Invalid(field, term.Text), null);
                return new IntegerQuery(column, low, high);
            case FieldKind.Number:
                var number = EssieParameters.TryNumber(term.Text, out var value) ? value
                    : throw EssieBinder.Error(term.Span, OrderedText.Invalid(field, term.Text), null);
                return new RealQuery(column, number, number);
            case FieldKind.GeoPoint:
                throw EssieBinder.Error(term.Span, $"{field.Piece} needs DISTANCE[lat, lon, radius]", null);
            default:
                return text.Bind(term, context, negated);
        }
    }

    // A code or classic label, alone or several joined by a slash ("Phase 1/Phase 2": both).
    private Query BindCode(TermExpression term, StudyField field, int column, bool inSite)
    {
        if (CodeOf(term.Text, field) is { } code)
        {
            return new KeywordQuery(column, code);
        }

        var parts = term.Text.Split('/', StringSplitOptions.TrimEntries).Select(part => CodeOf(part, field)).ToArray();
        if (parts.Length > 1 && parts.All(part => part is not null))
        {
            return new AndQuery(parts.Select(part => (Query)new KeywordQuery(column, part!.Value)).ToArray());
        }

        // The registry adds codes: one that a record holds is found before the published lists know it.
        var unlisted = new KeywordQuery(column, Encoding.UTF8.GetBytes(term.Text.Trim()));
        return text.Finds(inSite ? new NestedQuery(StudySchema.Sites, unlisted) : unlisted)
            ? unlisted
            : throw EssieBinder.Error(term.Span, EssieMessages.NoSuchCode(field), NearestCode(term.Text, field));
    }

    private static string? NearestCode(string text, StudyField field) =>
        Near.Best(text, [.. field.Enum!.Values.Select(value => value.Value)]) is { } code ? $"AREA[{field.Piece}]{code}" : null;

    private static ReadOnlyMemory<byte>? CodeOf(string name, StudyField field) =>
        field.Enum?.FindByName(name.Trim()) is { } value ? Encoding.UTF8.GetBytes(value.Value) : default(ReadOnlyMemory<byte>?);

    private static KeywordQuery BindBoolean(TermExpression term, int column) => term.Text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "Y" => new KeywordQuery(column, "true"u8.ToArray()),
        "FALSE" or "NO" or "N" => new KeywordQuery(column, "false"u8.ToArray()),
        _ => throw EssieBinder.Error(term.Span, $"Invalid boolean: '{term.Text}'", null),
    };

    private static Query BindRange(RangeExpression range, BindingContext context)
    {
        var field = context.Scope.Field;
        if (field == StudyFields.NCTId)
        {
            return BindIds(range);
        }

        var column = field is { IsLeaf: true } ? ColumnOf(field, context) : -1;
        switch (field?.Kind)
        {
            case FieldKind.Date or FieldKind.DateTime or FieldKind.Time or FieldKind.Integer:
                var low = Bound(range.Low, range, field, high: false);
                var high = Bound(range.High, range, field, high: true);
                return low > high ? Query.None : new IntegerQuery(column, low, high);
            case FieldKind.Number:
                return new RealQuery(column, Real(range.Low, range, field, double.NegativeInfinity),
                    Real(range.High, range, field, double.PositiveInfinity));
            default:
                throw EssieBinder.Error(range.Span, $"Unsupported range area: {context.Scope.Name}", null);
        }
    }

    private static IntegerQuery BindIds(RangeExpression range) => new(
        StudySchema.Number, IdNumber(range.Low, range, 0), IdNumber(range.High, range, long.MaxValue));

    private static long IdNumber(string? id, RangeExpression range, long open) =>
        id is null ? open
        : NctId.ParseRequest(id).TryGet(out var parsed) ? parsed.Number
        : throw EssieBinder.Error(range.Span, $"Invalid NCT number: '{id}'", null);

    private static long Bound(string? bound, RangeExpression range, StudyField field, bool high)
    {
        if (bound is null)
        {
            return high ? long.MaxValue : long.MinValue;
        }

        var value = OrderedText.Bounds(field, bound)
            ?? throw EssieBinder.Error(range.Span, OrderedText.Invalid(field, bound), null);
        return high ? value.High : value.Low;
    }

    private static double Real(string? bound, RangeExpression range, StudyField field, double open) =>
        bound is null ? open
        : EssieParameters.TryNumber(bound, out var value) ? value
        : throw EssieBinder.Error(range.Span, OrderedText.Invalid(field, bound), null);

    private static Query BindDistance(DistanceExpression distance, BindingContext context)
    {
        if (context.Scope.Field is { } field && field.Kind != FieldKind.GeoPoint && field != StudyFields.Location)
        {
            throw EssieBinder.Error(distance.Span, $"DISTANCE needs AREA[LocationGeoPoint], not {field.Piece}", null);
        }

        var query = new DistanceQuery(StudySchema.SiteColumnOf(StudyFields.LocationGeoPoint), distance.Latitude,
            distance.Longitude, distance.RadiusMiles * MetresPerMile);
        return context.InSite ? query : new NestedQuery(StudySchema.Sites, query);
    }

    private static int ColumnOf(StudyField field, BindingContext context) =>
        context.InSite ? StudySchema.SiteColumnOf(field) : StudySchema.ColumnOf(field);
}
