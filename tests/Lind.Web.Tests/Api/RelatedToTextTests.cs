using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Lind.Web.Tests.Api;

/// <summary>Studies like a posted text.</summary>
public sealed class RelatedToTextTests(SeededServer seeded) : IClassFixture<SeededServer>
{
    private const string Text = "A randomized trial of inhaled steroids in asthma";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_PostedPlainOrAsJson_IsAnsweredAsInTheUrl()
    {
        var expected = await seeded.Server.GetTextAsync("/api/lind/related?limit=5&text=" + Uri.EscapeDataString(Text));

        Assert.Equal(expected, await AnswerAsync("?limit=5", new StringContent(Text)));
        Assert.Equal(expected, await AnswerAsync(
            "?limit=5", new StringContent(new JsonObject { ["text"] = Text }.ToJsonString(), Encoding.UTF8, "application/json")));
        Assert.NotEmpty(JsonNode.Parse(expected)!["related"]!.AsArray());
    }

    [Fact]
    public async Task Text_FarLongerThanAnyUrl_IsRead()
    {
        var answer = JsonNode.Parse(await AnswerAsync("?limit=3&ids=NCT00000001", new StringContent(string.Concat(Enumerable.Repeat(Text + ". ", 3900)))))!;

        Assert.Equal(3, answer["related"]!.AsArray().Count);
        Assert.Equal("NCT00000001", (string?)answer["nctIds"]![0]);
    }

    [Theory]
    [InlineData("", "text/plain", "", 400, "Parameter 'text' must not be empty")]
    [InlineData("", "application/json", " ", 400, "The body must be")]
    [InlineData("", "application/json", "[1]", 400, "The body must be")]
    [InlineData("", "application/json", "{\"txt\":\"a\"}", 400, "The body must be")]
    [InlineData("", "application/json", "{\"text\":1}", 400, "The body must be")]
    [InlineData("", "application/json", "{\"text\":\"\\ud800\"}", 400, "The body must be")]
    [InlineData("", "application/json", "[[[[[[[[[[[]]]]]]]]]]]", 400, "The body must be")]
    [InlineData("", "text/html", "<p>", 415, "The body must be")]
    [InlineData("", "text/plain; charset=utf-16", "a", 415, "The body must be")]
    [InlineData("?limit=0", "text/plain", "a", 400, "Invalid value in parameter `limit`: `0`")]
    [InlineData("?text=a", "text/plain", "a", 400, "Parameter 'text' is given more than once")]
    [InlineData("?ids=x", "text/plain", "a", 400, "Item 1 in parameter `ids` has incorrect format")]
    [InlineData("?colour=red", "text/plain", "a", 400, "`colour` is unknown parameter")]
    public async Task Text_Wrong_IsRefusedAsAProblem(string query, string type, string body, int status, string detail)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await seeded.Server.Client.PostAsync("/api/lind/related" + query, content, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(detail, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200_001), InlineData(1_048_577), InlineData(3_000_000)]
    public async Task Text_TooLong_IsRefused(int length)
    {
        using var answer = await seeded.Server.Client.PostAsync("/api/lind/related", new StringContent(new string('a', length)), Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Text_NotUtf8_IsRefused()
    {
        using var content = new ByteArrayContent([0x61, 0xFF, 0xFE]);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var answer = await seeded.Server.Client.PostAsync("/api/lind/related", content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<string> AnswerAsync(string query, HttpContent content)
    {
        using var answer = await seeded.Server.Client.PostAsync("/api/lind/related" + query, content, Cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
