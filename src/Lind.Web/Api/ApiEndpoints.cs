using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lind.Web.Api;

/// <summary>Every route of both APIs, in one place.</summary>
public static class ApiEndpoints
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/{**path}", () => Results.Text("Not found", statusCode: StatusCodes.Status404NotFound));
        return routes;
    }
}
