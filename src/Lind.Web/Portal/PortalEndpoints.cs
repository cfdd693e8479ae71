using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lind.Web.Portal;

/// <summary>Every route of the portal, in one list.</summary>
public static class PortalEndpoints
{
    /// <summary>What the pages need. The host gives <c>StudyRegistry</c> and may give a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Razor Components bring in key storage for forms that post. The portal has none: no keys are made or kept.
        RemoveAll(services, service => service.ImplementationType?.Name == "DataProtectionHostedService");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PortalAssets>();
        services.AddSingleton(Words.Load("en"));
        services.AddSingleton<Glossary>();
        services.AddSingleton(_ => TopicTree.Load());
        services.AddSingleton<RelatedTrials>();
        services.AddSingleton<PageCache>();
        services.AddHostedService<PageWarmth>();
        services.AddSingleton<TopicCounts>();
        services.AddSingleton<Gazetteer>();
        services.AddSingleton<NamedTowns>();
        services.AddSingleton<PlaceFinder>();
        services.AddSingleton<QuestionReader>();
        services.AddSingleton<SearchRunner>();
        // Text of every script stays readable in the source; only what HTML gives a meaning is escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services;
    }

    /// <summary>Maps the pages, their files, and a fallback that answers 404 with a page that helps.</summary>
    public static IEndpointRouteBuilder MapPortal(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/assets/{**name}", (HttpContext context, PortalAssets assets, string name) =>
            assets.ServeAsync(context, name));
        endpoints.MapGet("/suggest", SuggestPages.Show);
        endpoints.MapGet("/search.atom", SearchPages.FeedAsync);
        endpoints.MapGet("/expert-search", SearchPages.Expert);
        MapPages(endpoints.MapGroup("").AddEndpointFilter<RouteGroupBuilder, KeptPages>());
        endpoints.MapGet("/sitemap.xml", Sitemap.IndexAsync);
        endpoints.MapGet("/sitemap-{file:int}.xml", Sitemap.FileAsync);
        endpoints.MapGet("/robots.txt", Sitemap.Robots);
        endpoints.MapFallback(PortalErrors.NotFound);
        return endpoints;
    }

    private static void MapPages(RouteGroupBuilder pages)
    {
        pages.MapGet("/", HomePages.Show);
        pages.MapGet("/study/{id}", StudyPages.ShowAsync);
        pages.MapGet("/selection", SelectionPages.ShowAsync);
        pages.MapGet("/search", SearchPages.ShowAsync);
        pages.MapGet("/study/{id}/landscape", LandscapePages.ShowAsync);
        pages.MapGet("/study/{id}/history", HistoryPages.ShowAsync);
        pages.MapGet("/compare", ComparePages.ShowAsync);
        pages.MapGet("/browse", BrowsePages.Index);
        pages.MapGet("/browse/{kind}", BrowsePages.List);
        pages.MapGet("/browse/{kind}/{**name}", BrowsePages.TopicAsync);
        pages.MapGet("/glossary", () => PortalResult.Page<GlossaryPage>());
        pages.MapGet("/about", () => PortalResult.Page<AboutPage>());
        pages.MapGet("/about/api", () => PortalResult.Page<ApiPage>());
        pages.MapGet("/about/components", () => PortalResult.Page<ComponentsPage>());
    }

    private static void RemoveAll(IServiceCollection services, Func<ServiceDescriptor, bool> which)
    {
        foreach (var service in services.Where(which).ToList())
        {
            services.Remove(service);
        }
    }
}
