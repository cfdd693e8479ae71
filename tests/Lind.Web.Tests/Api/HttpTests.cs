using System.Net;

namespace Lind.Web.Tests.Api;

/// <summary>What the API does as HTTP, whatever the answer says.</summary>
public sealed class HttpTests(OneStudyServer one) : IClassFixture<OneStudyServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "/api/v2/studies", "GET, HEAD, OPTIONS"), InlineData("PUT", "/api/v2/studies/NCT00000001", "GET, HEAD, OPTIONS")]
    [InlineData("DELETE", "/api/lind/search", "GET, HEAD, OPTIONS"), InlineData("PATCH", "/api/lind/related", "GET, POST, HEAD, OPTIONS")]
    public async Task Method_NotOffered_Is405(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await one.Server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("GET"), InlineData("POST"), InlineData("DELETE")]
    public async Task Path_Unknown_Is404WhateverTheMethod(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/nowhere");
        using var answer = await one.Server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/v2/studies?countTotal=true"), InlineData("/api/v2/studies?format=csv&countTotal=true")]
    [InlineData("/api/v2/studies/NCT00000001"), InlineData("/api/v2/studies/NCT99999999"), InlineData("/api/v2/studies?bogus=1")]
    [InlineData("/api/v2/stats/size"), InlineData("/api/lind/search"), InlineData("/api/v2/studies/metadata")]
    public async Task Head_AnyPath_AnswersAsGetWithoutTheBody(string path)
    {
        using var got = await one.Server.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await one.Server.Client.SendAsync(request, Cancellation);

        Assert.Equal(got.StatusCode, head.StatusCode);
        Assert.Equal(got.Content.Headers.ContentType?.ToString(), head.Content.Headers.ContentType?.ToString());
        Assert.Equal(got.Headers.ETag, head.Headers.ETag);
        Assert.Equal(ValuesOf(got, "x-total-count"), ValuesOf(head, "x-total-count"));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/api/v2/studies"), InlineData("/api/lind/search")]
    public async Task Preflight_FromAnotherSite_MayRead(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", "https://example.org");
        request.Headers.Add("Access-Control-Request-Method", "GET");

        using var answer = await one.Server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("*", Assert.Single(ValuesOf(answer, "Access-Control-Allow-Origin")));
        Assert.Contains("GET", Assert.Single(ValuesOf(answer, "Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v2/studies"), InlineData("/api/v2/studies/NCT99999999"), InlineData("/api/v2/studies?format=csv")]
    [InlineData("/api/lind/search?nope=1")]
    public async Task Answer_OfAnyKind_IsNotSniffedAndExposesItsHeaders(string path)
    {
        using var answer = await one.Server.GetAsync(path);

        Assert.Equal("nosniff", Assert.Single(ValuesOf(answer, "X-Content-Type-Options")));
        var exposed = Assert.Single(ValuesOf(answer, "Access-Control-Expose-Headers"));
        Assert.Contains("x-total-count", exposed, StringComparison.Ordinal);
        Assert.Contains("x-next-page-token", exposed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v2/studies", "{0}"), InlineData("/api/v2/studies?format=csv", "\"other\", {0}"), InlineData("/api/v2/studies", "*")]
    [InlineData("/api/v2/studies/metadata", "{0}"), InlineData("/api/v2/stats/size", "{0}")]
    public async Task NotModified_TagKnown_HasTheTagAndNoBody(string path, string known)
    {
        using var first = await one.Server.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", known.Replace("{0}", first.Headers.ETag!.ToString(), StringComparison.Ordinal));

        using var second = await one.Server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/api/legacy/studies"), InlineData("/api/query/study_fields?expr=a"), InlineData("/api/info/data_vrs")]
    [InlineData("/api/v2"), InlineData("/api/v2/studies/NCT00000001/more")]
    public async Task Path_NotOffered_Is404InPlainText(string path)
    {
        using var answer = await one.Server.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
    }

    private static IEnumerable<string> ValuesOf(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values) ? values : [];
}
