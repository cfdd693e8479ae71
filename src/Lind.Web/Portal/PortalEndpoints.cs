using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lind.Web.Portal;

/// <summary>The pages for people: what they need, and where they are.</summary>
public static class PortalEndpoints
{
    public static IServiceCollection AddPortal(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapPortal(this IEndpointRouteBuilder routes) => routes;
}
