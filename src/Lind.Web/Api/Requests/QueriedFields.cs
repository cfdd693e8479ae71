using Lind.Search.Essie;
using Lind.Studies.Fields;

namespace Lind.Web.Api.Requests;

/// <summary>What <c>@query</c> in <c>fields</c> stands for: every field that the queries search.</summary>
internal static class QueriedFields
{
    public const string Name = "@query";

    /// <summary>The list with <c>@query</c> replaced by pieces; null for "all fields", as it came.</summary>
    public static IReadOnlyList<string>? Expand(IReadOnlyList<string>? fields, QueryParameters query) =>
        fields is null || !fields.Contains(Name, StringComparer.Ordinal)
            ? fields
            : [.. fields.Where(field => field != Name).Concat(PiecesOf(query)).Append(StudyFields.NCTId.Piece).Distinct()];

    private static IEnumerable<string> PiecesOf(QueryParameters query)
    {
        (string Area, string? Text)[] queries =
        [
            ("ConditionSearch", query.QueryCond), ("BasicSearch", query.QueryTerm), ("LocationSearch", query.QueryLocn),
            ("TitleSearch", query.QueryTitles), ("InterventionSearch", query.QueryIntr),
            ("OutcomeSearch", query.QueryOutc), ("SponsorSearch", query.QuerySpons), ("LeadSponsorName", query.QueryLead),
            ("IdSearch", query.QueryId), ("PatientSearch", query.QueryPatient),
        ];
        return queries.Where(one => one.Text is not null)
            .SelectMany(one => AreasIn(one.Area, one.Text!))
            .SelectMany(PiecesOfArea);
    }

    private static IEnumerable<string> PiecesOfArea(string name) => SearchAreas.Find(name) is { } area
        ? area.Fields.Select(one => one.Field.Piece)
        : FieldCatalogue.Find(name) is { } field ? [field.Piece] : [];

    private static HashSet<string> AreasIn(string defaultArea, string text)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (EssieParser.Parse(text).Expression is { } expression)
        {
            Collect(expression, defaultArea, found);
        }

        return found;
    }

    private static void Collect(EssieExpression expression, string area, HashSet<string> found)
    {
        switch (expression)
        {
            case AreaExpression inner:
                Collect(inner.Operand, inner.Name, found);
                break;
            case AndExpression and:
                CollectAll(and.Parts, area, found);
                break;
            case OrExpression or:
                CollectAll(or.Parts, area, found);
                break;
            case NotExpression not:
                Collect(not.Operand, area, found);
                break;
            case SearchExpression search:
                Collect(search.Operand, area, found);
                break;
            case CoverageExpression coverage:
                Collect(coverage.Operand, area, found);
                break;
            case ExpansionExpression expansion:
                Collect(expansion.Operand, area, found);
                break;
            case TiltExpression tilt:
                Collect(tilt.Operand, area, found);
                break;
            default:
                found.Add(area);
                break;
        }
    }

    private static void CollectAll(IEnumerable<EssieExpression> parts, string area, HashSet<string> found)
    {
        foreach (var part in parts)
        {
            Collect(part, area, found);
        }
    }
}
