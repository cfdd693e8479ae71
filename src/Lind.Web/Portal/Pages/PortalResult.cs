using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lind.Web.Portal;

/// <summary>A page as an answer: rendered whole on the server, nothing streamed, nothing interactive.</summary>
internal static class PortalResult
{
    public static RazorComponentResult<TPage> Page<TPage>(
        Dictionary<string, object?>? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(parameters ?? []) { StatusCode = status, ContentType = "text/html; charset=utf-8", PreventStreamingRendering = true };
}
