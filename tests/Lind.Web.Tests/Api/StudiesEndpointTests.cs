using System.Net;
using System.Text.Json.Nodes;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

public sealed class StudiesEndpointTests(OneStudyServer one) : IClassFixture<OneStudyServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Studies_NoParameters_GiveTheFirstTenEachOnItsLine()
    {
        await using var server = await WebServer.StartAsync(Samples.Many(12));

        var text = await server.GetTextAsync("/api/v2/studies");

        var page = JsonNode.Parse(text)!;
        Assert.Equal(10, page["studies"]!.AsArray().Count);
        Assert.NotNull(page["nextPageToken"]);
        Assert.Null(page["totalCount"]);
        Assert.Equal(10, text.Split('\n').Count(line => line.StartsWith("{\"protocolSection\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("pageSize=0", 10), InlineData("pageSize=3", 3), InlineData("pageSize=99999", 12)]
    [InlineData("pageSize=12", 12), InlineData("pageSize=", 10), InlineData("pageSize=99999999999999999999", 12)]
    public async Task Studies_PageSize_IsCoerced(string query, int count)
    {
        await using var server = await WebServer.StartAsync(Samples.Many(12));

        var page = JsonNode.Parse(await server.GetTextAsync("/api/v2/studies?" + query))!;

        Assert.Equal(count, page["studies"]!.AsArray().Count);
        Assert.Equal(count == 12, page["nextPageToken"] is null);
    }

    [Fact]
    public async Task Studies_Total_StandsOnTheFirstPageOnly()
    {
        await using var server = await WebServer.StartAsync(Samples.Many(12));

        var first = JsonNode.Parse(await server.GetTextAsync("/api/v2/studies?countTotal=true"))!;
        var second = JsonNode.Parse(await server.GetTextAsync(
            "/api/v2/studies?countTotal=true&pageToken=" + (string?)first["nextPageToken"]))!;

        Assert.Equal(12, (int)first["totalCount"]!);
        Assert.Null(second["totalCount"]);
        Assert.Equal(2, second["studies"]!.AsArray().Count);
        Assert.Null(second["nextPageToken"]);
    }

    [Theory]
    [InlineData("bogusParam=1", "`bogusParam` is unknown parameter")]
    [InlineData("PageSize=1", "`PageSize` is unknown parameter")]
    [InlineData("query.foo=1", "`query.foo` is unknown parameter")]
    [InlineData("format=xml", "Invalid value in parameter `format`: `xml`")]
    [InlineData("format=fhir.json", "Invalid value in parameter `format`: `fhir.json`")]
    [InlineData("markupFormat=html", "Invalid value in parameter `markupFormat`: `html`")]
    [InlineData("pageSize=-1", "Invalid value in parameter `pageSize`: `-1`")]
    [InlineData("pageSize=ten", "Value provided in parameter `pageSize` cannot be converted to 32-bit integer")]
    [InlineData("countTotal=yes", "Invalid value in parameter `countTotal`: `yes`")]
    [InlineData("fields=", "Parameter 'fields' must not be empty")]
    [InlineData("fields=%7C,", "Parameter 'fields' must not be empty")]
    [InlineData("fields=NCTId,Nope", "Parameter 'fields' contains invalid field name: 'Nope'. Unknown piece name of field path: Nope")]
    [InlineData("format=csv&fields=NCTId", "Parameter 'fields' contains invalid CSV column name: 'NCTId'")]
    [InlineData("sort=StartDate,EnrollmentCount,LastUpdatePostDate", "Parameter 'sort' has too many items: at most 2")]
    [InlineData("pageToken=abc", "Invalid value of parameter 'pageToken'")]
    [InlineData("pageToken=..%2F..", "Invalid value of parameter 'pageToken'")]
    public async Task Studies_BadParameter_SaysWhyInPlainText(string query, string text)
    {
        var server = one.Server;

        using var answer = await server.GetAsync("/api/v2/studies?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(text, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Studies_Fields_ProjectEveryStudy()
    {
        await using var server = await WebServer.StartAsync(Samples.Many(3));

        var text = await server.GetTextAsync("/api/v2/studies?fields=NCTId");

        Assert.Equal("""
            {"studies":[
            {"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}}},
            {"protocolSection":{"identificationModule":{"nctId":"NCT00000002"}}},
            {"protocolSection":{"identificationModule":{"nctId":"NCT00000003"}}}
            ]}
            """, text);
    }

    [Fact]
    public async Task Studies_Read_AreOpenToOtherSitesAndCached()
    {
        var server = one.Server;
        using var first = await server.GetAsync("/api/v2/studies");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2/studies");
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using var second = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal("*", Assert.Single(first.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("br"), InlineData("gzip")]
    public async Task Studies_CompressionAsked_IsGiven(string encoding)
    {
        var server = one.Server;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2/studies");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);

        using var answer = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal(encoding, Assert.Single(answer.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task Download_Zip_HoldsEveryStudyInItsShard()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1), Samples.Study(102), Samples.Study(2));

        using var answer = await server.GetAsync("/api/v2/studies/download?format=json.zip");

        using var zip = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync(Cancellation));
        Assert.Equal(["01/NCT00000001.json", "02/NCT00000002.json", "02/NCT00000102.json"],
            zip.Entries.Select(entry => entry.FullName));
        using var file = zip.Entries[0].Open();
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(Samples.Study(1)), await JsonNode.ParseAsync(file, cancellationToken: Cancellation)));
    }

    [Theory]
    [InlineData("format=json.zip&query.cond=x", "Invalid prefix in parameter name: query.cond")]
    [InlineData("format=csv", "Invalid value in parameter `format`: `csv`")]
    public async Task Download_FilterOrOtherFormat_IsRefused(string query, string text)
    {
        var server = one.Server;

        using var answer = await server.GetAsync("/api/v2/studies/download?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(text, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Version_AfterImport_TellsSinceWhenTheDataIsSo()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1));

        var version = JsonNode.Parse(await server.GetTextAsync("/api/v2/version"))!;
        using var refused = await server.GetAsync("/api/v2/version?x=1");

        Assert.Equal("2.0.5", (string?)version["apiVersion"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$", (string?)version["dataTimestamp"]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }
}
