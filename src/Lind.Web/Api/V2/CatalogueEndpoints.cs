using System.Collections.Frozen;
using Lind.Web.Api.Answers;
using Lind.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lind.Web.Api.V2;

/// <summary><c>/studies/metadata</c>, <c>/studies/search-areas</c>, <c>/studies/enums</c>.</summary>
internal static class CatalogueEndpoints
{
    private static readonly FrozenSet<string> MetadataNames =
        new[] { "includeIndexedOnly", "includeHistoricOnly" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string State = "catalogue-" + LindVersion.Text;

    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/studies/metadata", GetMetadata);
        routes.MapGet("/studies/search-areas", context => GetDocument(context, CatalogueDocuments.SearchAreaList));
        routes.MapGet("/studies/enums", context => GetDocument(context, CatalogueDocuments.Enums));
    }

    // The published structure holds no field that is only indexed or only historic, so both flags change nothing.
    private static Task GetMetadata(HttpContext context)
    {
        var reader = new QueryReader(context.Request.Query).Only(MetadataNames);
        reader.Flag("includeIndexedOnly");
        reader.Flag("includeHistoricOnly");
        return Give(context, CatalogueDocuments.Metadata, reader.Fault);
    }

    private static Task GetDocument(HttpContext context, ReadOnlyMemory<byte> document) =>
        Give(context, document, new QueryReader(context.Request.Query).Only(FrozenSet<string>.Empty).Fault);

    private static Task Give(HttpContext context, ReadOnlyMemory<byte> document, string? fault) =>
        fault is not null ? Answer.RefuseAsync(context, fault)
            : Answer.IsKnown(context, State) ? Task.CompletedTask
            : Answer.BytesAsync(context, document);
}
