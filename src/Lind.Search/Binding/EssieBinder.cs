using Lind.Index.Queries;
using Lind.Search.Areas;
using Lind.Search.Essie;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Binding;

/// <summary>From a parsed expression to a query over the index, with the registry's meaning.</summary>
internal sealed class EssieBinder(TextBinder text)
{
    private readonly ValueBinder _values = new(text);

    /// <summary>Binds an expression whose default area is <paramref name="scope"/>.</summary>
    public (Query? Query, SearchError? Error) Bind(EssieExpression expression, SearchScope scope)
    {
        try
        {
            return (Bind(expression, new BindingContext(scope), negated: false), null);
        }
        catch (BindingException failed)
        {
            return (null, failed.Error);
        }
    }

    private Query Bind(EssieExpression expression, BindingContext context, bool negated)
    {
        switch (expression)
        {
            case OrExpression or:
                return new OrQuery(or.Parts.Select(part => Bind(part, context, negated)).ToArray());
            case AndExpression and:
                return new AndQuery(and.Parts.Select(part => Bind(part, context, negated)).ToArray());
            case NotExpression not:
                return new NotQuery(Bind(not.Operand, context, !negated));
            case AreaExpression { Size: true } size:
                return SizeBinder.Bind(size, ScopeOf(size).Field);
            case AreaExpression count when ListCounts.Find(count.Name) is { } list:
                return SizeBinder.Bind(count, list);
            case AreaExpression area:
                return BindArea(area, context, negated);
            case SearchExpression search:
                return BindSearch(search, context, negated);
            case CoverageExpression coverage:
                return Bind(coverage.Operand, Checked(context with { Coverage = coverage.Coverage }, coverage), negated);
            case ExpansionExpression expansion:
                return Bind(expansion.Operand, Checked(context with { Expansion = expansion.Expansion }, expansion), negated);
            case TiltExpression tilt:
                return TiltBinder.Bind(tilt, Bind(tilt.Operand, context, negated));
            case MissingExpression:
                return new NotQuery(PresenceBinder.Any(context));
            case AllExpression:
                return Query.All;
            default:
                return _values.Bind(expression, context, negated);
        }
    }

    private Query BindArea(AreaExpression area, BindingContext context, bool negated)
    {
        var scope = ScopeOf(area);
        var site = scope.Field is { } field && StudySchema.IsOfSite(field);
        if (context.InSite && !site && scope.Fields.All(part => StudySchema.SiteTextOf(part.Field) < 0))
        {
            throw Error(area.NameSpan, EssieMessages.UnknownArea(area.Name), null);
        }

        return Bind(area.Operand, context with { Scope = scope }, negated);
    }

    private Query BindSearch(SearchExpression search, BindingContext context, bool negated)
    {
        if (search.Document == SearchDocument.Study || context.InSite)
        {
            return Bind(search.Operand, context with { InSite = search.Document == SearchDocument.Location }, negated);
        }

        var inner = context with { InSite = true, Scope = SiteScope(context.Scope) };
        return new NestedQuery(StudySchema.Sites, Bind(search.Operand, inner, negated), NestedScore.Best);
    }

    // Words without an AREA inside SEARCH[Location] look where places stand.
    private static SearchScope SiteScope(SearchScope scope) =>
        scope.Field is { } field && StudySchema.IsOfSite(field) ? scope : SearchScopes.Get("LocationSearch");

    private static SearchScope ScopeOf(AreaExpression area)
    {
        var near = SearchScopes.Find(area.Name) is null ? SearchScopes.Nearest(area.Name) : null;
        return SearchScopes.Find(area.Name)
            ?? throw Error(area.NameSpan, EssieMessages.UnknownArea(area.Name), near is null ? null : $"AREA[{near}]");
    }

    private static BindingContext Checked(BindingContext context, EssieExpression at)
    {
        if (context is { Coverage: not null, Expansion: Expansion.Lossy })
        {
            throw Error(at.Span, EssieMessages.LossyWithCoverage, null);
        }

        if (context is { Coverage: not null and not Essie.Coverage.Contains, Expansion: Expansion.Relaxation })
        {
            throw Error(at.Span,
                EssieMessages.CoverageWithExpansion(context.Coverage.Value, Expansion.Relaxation), null);
        }

        return context;
    }

    /// <summary>An error at a place of the text.</summary>
    public static BindingException Error(TextSpan span, string message, string? suggestion) =>
        new(new SearchError("", span.Start, span.Length, message) { Suggestion = suggestion });
}
