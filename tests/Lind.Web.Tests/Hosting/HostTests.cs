using System.Net;

namespace Lind.Web.Tests.Hosting;

public sealed class HostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Healthz_ServerUp_AnswersOk()
    {
        await using var server = await WebServer.StartAsync();

        using var answer = await server.Client.GetAsync("/healthz", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/healthz"), InlineData("/api/nothing"), InlineData("/")]
    public async Task Headers_AnyAnswer_CarrySecurityPolicy(string path)
    {
        await using var server = await WebServer.StartAsync();

        using var answer = await server.Client.GetAsync(path, Cancellation);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.NotEmpty(answer.Headers.GetValues("Referrer-Policy"));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_KnownPath_AnswersAsGetWithoutBody()
    {
        await using var server = await WebServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/healthz");

        using var answer = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task ApiKey_Asked_OnlyKnownKeysMayCallTheApi()
    {
        await using var server = await WebServer.StartAsync(new LindWebOptions { ApiKeys = ["secret"] });

        using var without = await server.Client.GetAsync("/api/nothing", Cancellation);
        using var health = await server.Client.GetAsync("/healthz", Cancellation);
        server.Client.DefaultRequestHeaders.Add("X-Api-Key", "secret");
        using var with = await server.Client.GetAsync("/api/nothing", Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, with.StatusCode);
    }

    [Fact]
    public async Task RateLimit_Set_StopsOneClientWith429()
    {
        await using var server = await WebServer.StartAsync(new LindWebOptions { RequestsPerMinute = 3 });

        var statuses = new List<HttpStatusCode>();
        for (var request = 0; request < 4; request++)
        {
            using var answer = await server.Client.GetAsync("/api/nothing", Cancellation);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[3]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses.Take(3));
    }
}
