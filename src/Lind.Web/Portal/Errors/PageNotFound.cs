using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>The portal's 404 page as a result of a handler.</summary>
internal sealed class PageNotFound : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => PortalErrors.NotFound(httpContext);
}
