using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lind.TestKit;
using Lind.Web.Portal;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

public sealed class PageCacheTests
{
    private static readonly PageKey Key = new("/study/NCT00000001", "http://one", "br");

    [Fact]
    public void Find_OtherStateOfTheIndex_GivesNothing()
    {
        var cache = new PageCache(new TestClock());
        cache.Add(Key, "a", Page(10));

        Assert.NotNull(cache.Find(Key, "a"));
        Assert.Null(cache.Find(Key, "b"));
        Assert.Null(cache.Find(Key with { Site = "http://two" }, "a"));
        Assert.Null(cache.Find(Key with { Encoding = "gzip" }, "a"));
    }

    [Fact]
    public void Find_AfterAMinute_GivesNothing_AndANewPageIsKept()
    {
        var clock = new TestClock();
        var cache = new PageCache(clock);
        cache.Add(Key, "a", Page(10));
        clock.Now += TimeSpan.FromSeconds(61);
        Assert.Null(cache.Find(Key, "a"));

        cache.Add(Key, "a", Page(20));
        Assert.Equal(20, cache.Find(Key, "a")!.Bytes.Length);
    }

    [Fact]
    public void Find_NextDay_GivesNothing()
    {
        var clock = new TestClock { Now = new(2026, 1, 1, 23, 59, 50, TimeSpan.Zero) };
        var cache = new PageCache(clock);
        cache.Add(Key, "a", Page(10));
        clock.Now += TimeSpan.FromSeconds(20);
        Assert.Null(cache.Find(Key, "a"));
    }

    [Fact]
    public void Add_MoreThanFits_LetsGoOfTheOldest()
    {
        var cache = new PageCache(new TestClock());
        var keys = Enumerable.Range(1, 12).Select(number => Key with { Address = $"/study/NCT{number:D8}" }).ToList();
        foreach (var key in keys)
        {
            cache.Add(key, "a", Page(24 << 20));
        }

        Assert.Null(cache.Find(keys[0], "a"));
        Assert.NotNull(cache.Find(keys[^1], "a"));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip, br;q=0.5", "br")]
    [InlineData("br;q=0, gzip;q=0", "")]
    [InlineData("", "")]
    public async Task Page_TravelsAsAsked_AndStaysTheSame(string accepted, string used)
    {
        await using var server = await Pages.SampleAsync();
        var plain = await server.GetTextAsync("/study/NCT04325594");
        for (var round = 0; round < 2; round++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/study/NCT04325594");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(used, string.Join(',', answer.Content.Headers.ContentEncoding));
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            Assert.Equal(plain, await TextAsync(answer));
        }
    }

    [Fact]
    public async Task Page_ThatTheReaderHas_IsNotSentAgain()
    {
        await using var server = await Pages.SampleAsync();
        var tag = (await server.GetAsync("/study/NCT04325594")).Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/study/NCT04325594");
        request.Headers.IfNoneMatch.Add(tag);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(tag, answer.Headers.ETag);
    }

    [Fact]
    public async Task Page_AfterAnImport_ShowsTheNewRecord()
    {
        await using var server = await WebServer.StartAsync(Records.Json(5, Updated("2024-01-01"), title: "Before"));
        Assert.Contains("Before", await CompressedAsync(), StringComparison.Ordinal);

        await server.AddAsync(Records.Json(5, Updated("2025-01-01"), title: "Afterwards"));
        Assert.Contains("Afterwards", await CompressedAsync(), StringComparison.Ordinal);

        async Task<string> CompressedAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/study/NCT00000005");
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            return await TextAsync(answer);
        }

        static string Updated(string day) => $$"""
            "statusModule":{"lastUpdatePostDateStruct":{"date":"{{day}}","type":"ACTUAL" } }
            """;
    }

    private static FinishedPage Page(int length) => new(new byte[length], "br", "W/\"1\"");

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream text = answer.Content.Headers.ContentEncoding.FirstOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(text, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private sealed class TestClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
