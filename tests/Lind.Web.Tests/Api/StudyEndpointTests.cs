using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

public sealed class StudyEndpointTests(OneStudyServer one) : IClassFixture<OneStudyServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("NCT00000001"), InlineData("nct00000001"), InlineData("NCT1"), InlineData("Nct001")]
    public async Task Study_AnySpellingOfItsId_IsTheRecord(string spelling)
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1, "Breath"));

        using var answer = await server.GetAsync("/api/v2/studies/" + spelling);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var study = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Samples.Study(1, "Breath")), study));
    }

    [Fact]
    public async Task Study_FormerId_RedirectsForGood()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(7, change: study =>
            study["protocolSection"]!["identificationModule"]!["nctIdAliases"] = new JsonArray("NCT00000099")));

        using var answer = await server.GetAsync("/api/v2/studies/nct99?format=json&fields=NCTId");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/api/v2/studies/NCT00000007?format=json&fields=NCTId", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("NCT99999999", 404, "NCT number NCT99999999 not found")]
    [InlineData("NCT00000000", 400, "Parameter `nctId` has incorrect format")]
    [InlineData("NCT123456789", 400, "Parameter `nctId` has incorrect format")]
    [InlineData("abc", 400, "Parameter `nctId` has incorrect format")]
    [InlineData("NCT00000001?format=xml", 400, "Invalid value in parameter `format`: `xml`")]
    [InlineData("NCT00000001?markupFormat=html", 400, "Invalid value in parameter `markupFormat`: `html`")]
    [InlineData("NCT00000001?bogusParam=1", 400, "`bogusParam` is unknown parameter")]
    [InlineData("NCT00000001?fields=", 400, "Parameter 'fields' must not be empty")]
    [InlineData("NCT00000001?fields=Nope", 400, "Parameter 'fields' contains invalid field name: 'Nope'. Unknown piece name of field path: Nope")]
    [InlineData("NCT00000001?format=fhir.json&fields=NCTId", 400, "Parameter 'fields' is not supported for format 'fhir.json'")]
    [InlineData("NCT00000001?format=ris&fields=ZZ", 400, "Parameter 'fields' contains invalid RIS tag: 'ZZ'")]
    [InlineData("NCT00000001?format=csv&fields=NCTId", 400, "Parameter 'fields' contains invalid CSV column name: 'NCTId'")]
    [InlineData("NCT00000001?format=json&format=json", 400, "Parameter 'format' is given more than once")]
    public async Task Study_BadRequest_SaysWhyInPlainText(string rest, int status, string text)
    {
        var server = one.Server;

        using var answer = await server.GetAsync("/api/v2/studies/" + rest);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(text, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Study_Fields_KeepOnlyWhatIsAskedFor()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1, "Breath"));

        var text = await server.GetTextAsync("/api/v2/studies/NCT1?fields=NCTId|hasResults,BriefTitle");

        Assert.Equal("""
            {"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"Breath"}},"hasResults":false}
            """, text);
    }

    [Fact]
    public async Task Study_LegacyMarkup_DropsEscapes()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1));

        var text = await server.GetTextAsync("/api/v2/studies/NCT1?fields=BriefSummary&markupFormat=legacy");

        var summary = JsonNode.Parse(text)!["protocolSection"]!["descriptionModule"]!["briefSummary"]!.GetValue<string>();
        Assert.Equal("Dose > 5 mg & more.", summary);
    }

    [Fact]
    public async Task Study_JsonZip_HoldsOneFileOfTheRecord()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1));

        using var answer = await server.GetAsync("/api/v2/studies/NCT1?format=json.zip");

        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancellation));
        var entry = Assert.Single(zip.Entries);
        Assert.Equal("NCT00000001.json", entry.FullName);
        using var file = entry.Open();
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(Samples.Study(1)), await JsonNode.ParseAsync(file, cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task Study_Ris_IsOneRecordWithTheFixedTags()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1, "Breath\nand more"));

        var lines = (await server.GetTextAsync("/api/v2/studies/NCT1?format=ris")).Split("\r\n");

        Assert.Equal("TY  - DBASE", lines[0]);
        Assert.Contains("TI  - Breath and more", lines);
        Assert.Contains("PY  - 2020", lines);
        Assert.Contains("DA  - 2024/01/02".Replace("DA", "Y2", StringComparison.Ordinal), lines);
        Assert.Contains("UR  - https://clinicaltrials.gov/study/NCT00000001", lines);
        Assert.Equal("ER  - ", lines[^2]);
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public async Task Study_Unchanged_AnswersNotModified()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1));
        using var first = await server.GetAsync("/api/v2/studies/NCT1");
        var tag = first.Headers.ETag!.ToString();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2/studies/NCT1");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var second = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }
}
