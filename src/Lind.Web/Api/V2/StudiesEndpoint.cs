using System.Globalization;
using Lind.Registry;
using Lind.Search;
using Lind.Studies;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Formats;
using Lind.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.V2;

/// <summary><c>GET /studies</c>: a page of the studies that match queries and filters.</summary>
internal static class StudiesEndpoint
{
    public static void MapStudies(this IEndpointRouteBuilder routes) => routes.MapGet("/studies", ListStudies);

    private static Task ListStudies(HttpContext context, StudyRegistry registry)
    {
        var request = StudiesRequest.Bind(context.Request.Query, out var fault);
        return fault is not null ? Answer.RefuseAsync(context, fault)
            : request.Format == "csv" ? ListAsCsv(context, registry, request)
            : ListAsJson(context, registry, request);
    }

    private static async Task ListAsJson(HttpContext context, StudyRegistry registry, StudiesRequest request)
    {
        var fields = QueriedFields.Expand(request.Fields, request.Query);
        if (!StudyView.Of(fields, request.LegacyMarkup).TryGet(out var view, out var fault)
            || Search(context, registry, request, out fault) is not { } found)
        {
            await Answer.RefuseAsync(context, fault!);
            return;
        }

        if (Answer.IsKnown(context, Dataset.StateOf(found)))
        {
            return;
        }

        context.Response.ContentType = Answer.Json;
        await StudyPageWriter.WriteJsonAsync(registry.Store, IdsOf(found), TotalOf(request, found), PageToken.Next(found),
            context.Response.BodyWriter, view.Write, context.RequestAborted);
    }

    private static async Task ListAsCsv(HttpContext context, StudyRegistry registry, StudiesRequest request)
    {
        if (!CsvView.Of(request.Fields).TryGet(out var view, out var fault)
            || Search(context, registry, request, out fault) is not { } found)
        {
            await Answer.RefuseAsync(context, fault!);
            return;
        }

        if (TotalOf(request, found) is { } total)
        {
            context.Response.Headers["x-total-count"] = total.ToString(CultureInfo.InvariantCulture);
        }

        if (PageToken.Next(found) is { } token)
        {
            context.Response.Headers["x-next-page-token"] = token;
        }

        if (Answer.IsKnown(context, Dataset.StateOf(found)))
        {
            return;
        }

        context.Response.ContentType = Answer.Csv;
        Answer.AsFile(context, "ctg-studies.csv");
        var output = context.Response.BodyWriter;
        await StudyPageWriter.ForEachAsync(registry.Store, IdsOf(found), output,
            buffer =>
            {
                if (request.PageToken is null)
                {
                    view.WriteHeader(buffer);
                }
            },
            (study, buffer) => view.WriteRow(study.Json.Span, buffer), context.RequestAborted);
        await output.FlushAsync(context.RequestAborted);
    }

    private static StudySearchAnswer? Search(
        HttpContext context, StudyRegistry registry, StudiesRequest request, out string? fault)
    {
        fault = null;
        var after = request.PageToken is null ? null : PageToken.Read(request.PageToken);
        if (request.PageToken is not null && after is null)
        {
            fault = ApiMessages.BadPageToken;
            return null;
        }

        var result = PageToken.Search(registry, request.Query.ToSearch() with
        {
            PageSize = request.PageSize,
            CountTotal = request.CountTotal && after is null,
        }, after, context.RequestAborted);
        fault = result.Error is { } error ? SearchFaults.TextOf(error) : null;
        return result.Answer;
    }

    private static NctId[] IdsOf(StudySearchAnswer found) => [.. found.Hits.Select(hit => hit.NctId)];

    private static long? TotalOf(StudiesRequest request, StudySearchAnswer found) =>
        request.CountTotal && request.PageToken is null ? found.TotalCount : null;
}
