using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lind.Web.Portal;
using Lind.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Lind.Web.Tests.Portal;

/// <summary>Another language is another folder of words: with every word put in brackets, none of the interface stands
/// outside of brackets. What a record says is marked, so that it is told apart.</summary>
public sealed class OtherLanguageTests
{
    private const string Open = "⟦", Close = "⟧", OfRecord = "Ⓡ";

    // Names and forms that no language translates: the program's, file formats, the registry's own column titles.
    private static readonly HashSet<string> Names = ["Lind", "CSV", "JSON", "NDJSON", "RIS", "FHIR"];
    // The engine's and the registry's own words for a fault are English, and marked so.
    private static readonly string[] NotTheInterface = ["[lang=en]", "script", "style", ".code", "pre", "code", "textarea", ".columns-choice", ".why-found .soft"];

    // Vocabulary that questions are read by, and lists that the pages take apart.
    private static readonly string[] NotShown = ["ask.place", "ask.for", "ask.empty", "ask.filter.", "ask.age.", "ask.years", "ask.notYears", "place.alias.", "home.exampleList"];

    [Theory]
    [InlineData("/")]
    [InlineData("/search?cond=one")]
    [InlineData("/search?cond=one&view=table&locn=two&distance=50&q=one")]
    [InlineData("/search?view=map")]
    [InlineData("/search?view=charts&aggFilters=status:rec&leadClass=OTHER")]
    [InlineData("/search?advanced=1&narrative=one")]
    [InlineData("/search?term=AREA%5BFoo%5Dx")]
    [InlineData("/selection?ids=NCT00000001,NCT00000002")]
    [InlineData("/browse")]
    [InlineData("/browse/sponsors")]
    [InlineData("/about")]
    [InlineData("/glossary")]
    [InlineData("/nothing")]
    public async Task EveryWordOfTheInterface_ComesFromTheWords(string path)
    {
        await using var data = await TestRegistry.OpenAsync([Study(1), Study(2)]);
        await using var app = LindWebHost.Build(new LindWebOptions(), data.Registry, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton(Records.English.Changed("qps", Bracketed));
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("qps", page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(Texts(page).Concat(Labels(page)).Where(IsOutside).Distinct());
    }

    private static string Bracketed(string key, string text) =>
        NotShown.Any(start => key.StartsWith(start, StringComparison.Ordinal)) ? text : Open + text + Close;

    private static IEnumerable<string> Texts(IDocument page) => page.Body!.Descendants<IText>()
        .Where(text => !NotTheInterface.Any(kind => text.ParentElement!.Closest(kind) is not null)).Select(text => text.TextContent);

    private static IEnumerable<string> Labels(IDocument page) => page.QuerySelectorAll("[aria-label], [placeholder], [title]")
        .SelectMany(element => new[] { "aria-label", "placeholder", "title" }.Select(element.GetAttribute).OfType<string>());

    // Outside of all brackets, letters that are neither a name nor of a record.
    private static bool IsOutside(string text)
    {
        var depth = 0;
        var outside = new string([.. text.Select(one =>
        {
            depth += one == Open[0] ? 1 : one == Close[0] ? -1 : 0;
            return depth == 0 && one != Close[0] ? one : ' ';
        })]);
        return outside.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => word.Any(char.IsLetter)
            && !word.Contains(OfRecord, StringComparison.Ordinal) && !word.StartsWith("NCT0", StringComparison.Ordinal)
            && !Names.Contains(word) && word is not ("one" or "two" or "x" or "aspirin")) && !text.Contains(OfRecord, StringComparison.Ordinal)
            && !Records.English["home.exampleList"].Contains(text.Trim(), StringComparison.Ordinal);
    }

    private static string Study(int number) => Records.Json(number, $$$"""
        "statusModule":{"overallStatus":"RECRUITING","startDateStruct":{"date":"2020-01"}},
        "conditionsModule":{"conditions":["one {{{OfRecord}}}"]},
        "designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE2"],"enrollmentInfo":{"count":20}},
        "sponsorCollaboratorsModule":{"leadSponsor":{"name":"{{{OfRecord}}}","class":"OTHER"}},
        "contactsLocationsModule":{"locations":[{"facility":"{{{OfRecord}}}","city":"two","country":"{{{OfRecord}}}","geoPoint":{"lat":1,"lon":{{{number}}}}}]}
        """, title: $"one {OfRecord}");
}
