using Lind.Web.Api.Answers;
using Lind.Web.Api.Description;
using Lind.Web.Api.Lind;
using Lind.Web.Api.Requests;
using Lind.Web.Api.Statistics;
using Lind.Web.Api.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Lind.Web.Api;

/// <summary>Every route of both APIs, in one place.</summary>
public static class ApiEndpoints
{
    public static IServiceCollection AddApi(this IServiceCollection services) =>
        services.AddSingleton<StatisticsCache>().AddHostedService<StatisticsKeeper>();

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var v2 = routes.MapGroup("/api/v2");
        v2.MapStudies();
        v2.MapStudy();
        v2.MapDownload();
        v2.MapCatalogue();
        v2.MapStats();
        v2.MapVersion();
        var lind = routes.MapGroup("/api/lind");
        lind.MapSearch();
        lind.MapStatistics();
        lind.MapWords();
        lind.MapRecords();
        lind.MapResultFile();
        lind.MapSites();
        lind.MapRelated();
        routes.MapDescriptions();
        routes.Map("/api/{**path}", RefuseOther);
        return routes;
    }

    // What no endpoint takes: another path, or a known one with another method.
    private static Task RefuseOther(HttpContext context)
    {
        var methods = MethodsAt(context);
        if (methods.Count == 0)
        {
            return Answer.RefuseAsync(context, ApiMessages.NoSuchPath, StatusCodes.Status404NotFound);
        }

        var allowed = string.Join(", ", methods);
        context.Response.Headers.Allow = allowed;
        return Answer.RefuseAsync(context, ApiMessages.OnlyMethods(allowed), StatusCodes.Status405MethodNotAllowed);
    }

    private static List<string> MethodsAt(HttpContext context)
    {
        var offered = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), [])
                .TryMatch(context.Request.Path, []))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        return offered.Count == 0 ? offered : [.. offered.Union([HttpMethods.Head, HttpMethods.Options])];
    }
}
