using System.Net;
using Lind.Search;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

/// <summary>Work ends when nobody waits for it any more. The store holds reads up, so that there is work to end; a test
/// that the server does not end would never come back.</summary>
public sealed class CancellationTests
{
    private const int Studies = 400;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/lind/stream?fields=NCTId"), InlineData("/api/v2/studies?pageSize=1000")]
    [InlineData("/api/v2/studies?pageSize=1000&format=csv")]
    public async Task Client_Gone_EndsTheReading(string url)
    {
        await using var data = await TestRegistry.OpenWatchedAsync(Samples.Many(Studies));
        await using var server = await WebServer.StartAsync(new LindWebOptions(), data);
        data.Watch.Answered = data.Watch.Asked + 2;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var answer = server.Client.GetAsync(url, HttpCompletionOption.ResponseContentRead, gone.Token);
        await data.Watch.Reached.WaitAsync(Cancellation);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await data.Watch.Stopped.WaitAsync(Cancellation);
        Assert.True(data.Watch.Asked < Studies / 32, "the reading went on");
    }

    [Theory]
    [InlineData("/api/v2/studies?pageSize=5"), InlineData("/api/lind/studies?ids=NCT1,NCT2")]
    [InlineData("/api/lind/search?fields=NCTId")]
    public async Task Time_Over_EndsTheReadingAndSaysSo(string url)
    {
        await using var data = await TestRegistry.OpenWatchedAsync(Samples.Many(20));
        await using var server = await WebServer.StartAsync(
            new LindWebOptions { RequestTimeout = TimeSpan.FromMilliseconds(300) }, data);
        data.Watch.Answered = data.Watch.Asked;

        using var answer = await server.GetAsync(url);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("The request took too long and was stopped", await answer.Content.ReadAsStringAsync(Cancellation));
        await data.Watch.Stopped.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Search_Cancelled_IsNotFinished()
    {
        await using var data = await TestRegistry.OpenAsync(Samples.Many(50));
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        var request = new StudySearchRequest { QueryTerm = "study", CountTotal = true };
        var index = data.Registry.Search;

        Assert.ThrowsAny<OperationCanceledException>(() => index.Search(request, over.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => index.FindAll(request, over.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => index.Statistics(request, "Phase", over.Token));
    }
}
