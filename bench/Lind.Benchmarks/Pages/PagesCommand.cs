using System.Buffers;
using System.IO.Compression;
using System.Text;
using Lind.Benchmarks.Index;
using Lind.Registry;
using Lind.Store;
using Lind.Store.Sqlite;
using Lind.Studies;
using Lind.Studies.Json;
using Lind.Web;
using Lind.Web.Portal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lind.Benchmarks.Pages;

/// <summary>What a study's page costs, part by part: processor time of one thread, every page made afresh.</summary>
/// <remarks>Corpus: a registry's own studies, every n-th by id, so that a run can be repeated.</remarks>
internal static class PagesCommand
{
    private const int Rounds = 4;
    private static readonly string[] Parts = ["read", "parse", "related", "render", "encode", "brotli", "gzip"];

    public static int Run(string[] arguments)
    {
        if (arguments is not ["parts", var folder, .. var rest])
        {
            Console.Error.WriteLine("usage: pages parts FOLDER [COUNT]");
            return 2;
        }

        RunAsync(folder, rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 400).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(string path, int count)
    {
        var folder = new RegistryFolder(path);
        await using var registry = StudyRegistry.Open(folder, SqliteStudyStore.Open(folder.StorePath, TimeProvider.System), TimeProvider.System);
        var sizes = await registry.Store.ReadSizesAsync(default);
        var step = Math.Max(1, sizes.Count / count);
        var ids = sizes.Where((_, index) => index % step == 0).Take(count).Select(size => size.NctId).ToList();
        await using var app = LindWebHost.Build(new LindWebOptions(), registry);
        for (var round = 0; round < Rounds; round++)
        {
            await RoundAsync(registry, app.Services, ids, round);
        }
    }

    private static async Task RoundAsync(StudyRegistry registry, IServiceProvider services, List<NctId> ids, int round)
    {
        var spent = new double[Parts.Length];
        var slowest = new double[Parts.Length];
        var allocated = new long[Parts.Length];
        long bytes = 0, packed = 0, zipped = 0;
        var related = services.GetRequiredService<RelatedTrials>();
        foreach (var id in ids)
        {
            var part = 0;
            var memory = GC.GetAllocatedBytesForCurrentThread();
            var start = ThreadClock.Milliseconds();
            var stored = (await registry.Store.FindAsync(id, default))!;
            Note();
            var study = StudyJson.Read(stored.Json.Span);
            Note();
            var lists = related.Find(id, registry, default);
            Note();
            var view = new StudyView
            {
                Study = study,
                Today = new(2026, 11, 28),
                TakenOn = stored.Rank.Stamp,
                Family = lists.Family,
                Related = lists.Related,
                MoreRelated = lists.MoreRelated,
            };
            await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
            var html = await renderer.Dispatcher.InvokeAsync(async () =>
                (await renderer.RenderComponentAsync<StudyPage>(ParameterView.FromDictionary(
                    new Dictionary<string, object?> { [nameof(StudyPage.View)] = view }))).ToHtmlString());
            Note();
            var utf8 = Encoding.UTF8.GetBytes(html);
            Note();
            bytes += utf8.Length;
            var target = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(utf8.Length));
            BrotliEncoder.TryCompress(utf8, target, out var length, 1, 22);
            packed += length;
            ArrayPool<byte>.Shared.Return(target);
            Note();
            zipped += Gzip(utf8);
            Note();

            void Note()
            {
                var now = ThreadClock.Milliseconds();
                spent[part] += now - start;
                slowest[part] = Math.Max(slowest[part], now - start);
                allocated[part] += GC.GetAllocatedBytesForCurrentThread() - memory;
                part++;
                memory = GC.GetAllocatedBytesForCurrentThread();
                start = ThreadClock.Milliseconds();
            }
        }

        Console.WriteLine($"round {round + 1}: {ids.Count} pages, {bytes / ids.Count:N0} bytes, {packed / ids.Count:N0} by brotli, {zipped / ids.Count:N0} by gzip, {spent.Sum() / ids.Count:0.000} ms a page");
        for (var part = 0; part < Parts.Length; part++)
        {
            Console.WriteLine($"  {Parts[part],-9} {spent[part] / ids.Count,8:0.000} ms, most {slowest[part],5:0.0}, {allocated[part] / ids.Count / 1024,6:N0} KB allocated");
        }
    }

    private static long Gzip(byte[] html)
    {
        using var packed = new MemoryStream(html.Length / 3);
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(html);
        }

        return packed.Length;
    }
}
