using System.Text;
using Lind.Web.Api.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.Description;

/// <summary>The descriptions of both APIs, for programs and for people.</summary>
internal static class DescriptionEndpoints
{
    private static readonly ApiDescription[] All = [V2Description.Api, LindDescription.Api];

    private static readonly byte[] Style = Encoding.UTF8.GetBytes(DescriptionPage.Style);

    public static void MapDescriptions(this IEndpointRouteBuilder routes)
    {
        var links = All.Select(api => (api.Title, api.Base + "/docs")).ToArray();
        foreach (var api in All)
        {
            var page = DescriptionPage.Write(api, links);
            routes.MapGet(api.Base + "/openapi.json", context => Answer.BytesAsync(context, api.Document));
            routes.MapGet(api.Base + "/docs", context => Answer.BytesAsync(context, page, "text/html; charset=utf-8"));
        }

        routes.MapGet("/api/docs.css", context => Answer.BytesAsync(context, Style, "text/css; charset=utf-8"));
    }
}
