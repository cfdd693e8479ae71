using System.Net;
using AngleSharp.Html.Parser;

namespace Lind.Web.Tests.Portal;

/// <summary>Follows the portal's own links from the start page: every one must lead somewhere.</summary>
public sealed class CrawlTests
{
    // Each kind of page is opened this often; the sample registry would give thousands of facet links otherwise.
    private const int MostOfAKind = 12;

    // Before it is compressed; the sample has no record over 1 MB.
    private const int HeaviestPage = 500 << 10;

    [Fact]
    public async Task EveryInternalLink_Answers_AndNoPageIsHeavy()
    {
        await using var server = await Pages.SampleAsync();
        var waiting = new Queue<string>(["/", "/study/NCT04325594", "/search", "/search?view=table", "/search?view=map", "/search?view=charts"]);
        var seen = waiting.ToHashSet();
        var opened = new Dictionary<string, int>();
        List<string> broken = [];
        while (waiting.TryDequeue(out var path))
        {
            using var answer = await server.GetAsync(path);
            var status = answer.StatusCode;
            if (status == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString is var onward && seen.Add(onward))
            {
                waiting.Enqueue(onward);
            }
            else if (status is not (HttpStatusCode.OK or HttpStatusCode.Redirect))
            {
                broken.Add($"{(int)status} {path}");
            }

            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (html.Length > HeaviestPage)
            {
                broken.Add($"{html.Length} characters: {path}");
            }

            var page = new HtmlParser().ParseDocument(html);
            foreach (var link in page.QuerySelectorAll("a[href], link[href]").Select(one => one.GetAttribute("href")!))
            {
                var target = link.Split('#')[0];
                var kind = target.StartsWith('/') ? KindOf(target) : "";
                if (kind.Length > 0 && seen.Add(target) && opened.GetValueOrDefault(kind) < MostOfAKind)
                {
                    opened[kind] = opened.GetValueOrDefault(kind) + 1;
                    waiting.Enqueue(target);
                }
            }

            foreach (var anchor in page.QuerySelectorAll("a[href^='#']").Select(one => one.GetAttribute("href")![1..]))
            {
                if (page.GetElementById(anchor) is null)
                {
                    broken.Add($"#{anchor} on {path}");
                }
            }
        }

        Assert.Empty(broken);
        Assert.True(seen.Count > 60, $"only {seen.Count} links seen");
    }

    private static string KindOf(string path)
    {
        var parts = path.Split('?')[0].Split('/');
        var name = parts.Length > 3 ? $"{parts[1]}/{parts[2]}" : parts[1];
        return parts[1].Length == 0 ? "home" : parts[1] == "search" && path.Contains('?', StringComparison.Ordinal) ? "search?" + path.Split('?')[1].Split('=')[0] : name;
    }
}
