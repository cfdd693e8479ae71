using System.Text;

namespace Lind.Web.Tests.Portal;

/// <summary>Whatever an address says, a reader gets a page: never a fault, never record or query text as markup.</summary>
public sealed class HostilePageTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private static readonly string[] Paths =
    [
        "/", "/search", "/search.atom", "/expert-search", "/suggest", "/study/NCT04325594", "/study/nct1", "/study/NCT00000000",
        "/study/NCT04325594/history", "/study/NCT04325594/landscape", "/selection", "/compare", "/browse", "/browse/conditions",
        "/browse/nothing", "/browse/conditions/Heart%20Failure", "/glossary", "/sitemap.xml", "/sitemap-1.xml", "/sitemap-99.xml", "/about",
    ];

    private static readonly string[] Values =
    [
        "heart failure", "NCT04325594", "NCT04325594,NCT02439541", "nct", "((((", "\"", "AREA[", "AREA[Phase]RANGE[MIN,", "AND", "<script>alert(7)</script>",
        "'\"><img src=x onerror=alert(7)>", "javascript:alert(7)", "\0", "\uFFFF", "𝒳é", "%00", "-1", "0", "1e999", "NaN", "99999999999999999999", "2020-13-45",
        "10/31/2020", "rec com", "status:rec", "phase:9", "distance(1,2,3mi)", "91", "-181", "Boston", "Boston, Massachusetts", "50mi", "map", "table", "charts",
        "StartDate:desc", "nothing:asc", "on", "true", "all", "\r\nSet-Cookie: a=b", "//evil.example", "A woman of 60 with gout. She has had it for ten years.",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task AnyAddress_IsAPageOrARefusal_AndInert(int seed)
    {
        var random = new Random(seed);
        var names = await NamesAsync();
        for (var round = 0; round < 40; round++)
        {
            var url = Paths[random.Next(Paths.Length)] + "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 5))
                .Select(_ => names[random.Next(names.Length)] + "=" + Uri.EscapeDataString(Value(random))));
            using var answer = await sample.Server!.GetAsync(url);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.True((int)answer.StatusCode is >= 200 and < 500, $"{(int)answer.StatusCode} for {url}");
            Assert.False(answer.Headers.Contains("Set-Cookie"), url);
            Assert.True(answer.Headers.Location?.OriginalString.StartsWith('/') ?? true, $"{answer.Headers.Location} for {url}");
            Assert.False(answer.Headers.Location?.OriginalString.StartsWith("//", StringComparison.Ordinal) ?? false, url);
            Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", text, StringComparison.Ordinal);
        }
    }

    // What the search form asks, and what other pages read.
    private async Task<string[]> NamesAsync()
    {
        var form = await sample.Server!.ReadAsync("/search?cond=heart&view=table");
        return
        [
            .. form.QuerySelectorAll("input[name], select[name], textarea[name]").Select(field => field.GetAttribute("name")!).Distinct(),
            "ask", "term", "patient", "narrative", "syn", "near", "lat", "lng", "by", "ids", "sel", "open", "from", "to", "events", "map", "view", "page",
            "pageToken", "sort", "q", "differences", "columns",
        ];
    }

    private static string Value(Random random)
    {
        var text = new StringBuilder(Values[random.Next(Values.Length)]);
        for (var i = random.Next(3); i > 0 && text.Length > 1; i--)
        {
            var at = random.Next(text.Length);
            _ = random.Next(3) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Values[random.Next(Values.Length)]),
                _ => text.Insert(at, (char)random.Next(1, 0x300)),
            };
        }

        return text.ToString();
    }
}
