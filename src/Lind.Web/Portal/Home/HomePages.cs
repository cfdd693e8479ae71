using System.Globalization;
using Lind.Registry;
using Lind.Search;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>The start page, with the registry's size as the index counts it.</summary>
internal static class HomePages
{
    private static readonly StudySearchRequest Sizes = new()
    {
        PageSize = 0,
        CountTotal = true,
        Facets = [new(FacetKind.Status), new(FacetKind.Results)],
    };

    public static IResult Show(HttpContext context, StudyRegistry registry, Words words)
    {
        var answer = registry.Search.Search(Sizes, context.RequestAborted).Answer;
        List<HomeFigure> figures = [];
        if (answer?.TotalCount is > 0 and { } total)
        {
            figures.Add(new(words.Count("home.count", total), "/search"));
            Add("home.recruitingCount", FacetKind.Status, "RECRUITING", "/search?aggFilters=status%3Arec");
            Add("home.resultsCount", FacetKind.Results, "with", "/search?aggFilters=results%3Awith");
        }

        return PortalResult.Page<HomePage>(new() { [nameof(HomePage.Figures)] = figures });

        void Add(string key, FacetKind kind, string value, string url)
        {
            var count = answer.Facets.FirstOrDefault(facet => facet.Kind == kind)?.Values.FirstOrDefault(one => one.Value == value)?.Count ?? 0;
            figures.Add(new(string.Format(CultureInfo.InvariantCulture, words[key], words.Number(count)), url));
        }
    }
}
