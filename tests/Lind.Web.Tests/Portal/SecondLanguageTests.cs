using System.Text;
using AngleSharp.Html.Parser;
using Lind.Search.Similarity;
using Lind.Studies;
using Lind.Web.Portal;
using Lind.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Lind.Web.Tests.Portal;

/// <summary>A second language is a file of the same form: words, numbers, dates, lengths of time and the glossary follow it.</summary>
public sealed class SecondLanguageTests
{
    private const string GermanFile = """
        {
          "number": { "group": ".", "decimal": "," },
          "case": { "within": "keep" },
          "date": { "day": "{0}. {1} {2}", "months": { "3": "März" } },
          "age": { "year": { "one": "{0} Jahr", "other": "{0} Jahre" } },
          "list": { "and": "{0} und {1}" },
          "glance": { "people": { "other": "{0} Personen" }, "sizeActual": "{0} nahmen teil." },
          "who": { "between": "von {0} bis {1}", "all": "Menschen {0}, jeden Geschlechts." },
          "code": { "PrimaryPurpose": { "TREATMENT": "Behandlung" }, "DesignAllocation": { "RANDOMIZED": "Zufällig zugeteilt" } },
          "gloss": { "allocation": { "term": "Zuteilung", "text": "Wie Menschen in die Gruppen einer Studie kommen." } },
          "section": { "study-design": { "title": "Aufbau der Studie" } }
        }
        """;

    private static readonly Words German = Records.English.Translated("de", [new MemoryStream(Encoding.UTF8.GetBytes(GermanFile))]);

    [Fact]
    public void NumbersDatesAndLists_FollowTheFile()
    {
        Assert.Equal("1.234.567", German.Number(1_234_567));
        Assert.Equal("12,5", German.Number(12.5, "0.0"));
        Assert.Equal("3. März 2020", German.Date(2020, 3, 3));
        Assert.Equal("a, b und c", German.List(["a", "b", "c"]));
        Assert.Equal("1 Jahr", German.Age(Age.FromRecord("1 Year")));
        Assert.Equal("Behandlung", German.Within("Behandlung"));
        Assert.Equal("12,5%", AdverseEventTable.Percent(German, 1, 8));
    }

    [Fact]
    public void Counts_WithOneFormInTheFile_NeverMixLanguages() =>
        Assert.Equal(["1 Personen", "2 Personen"], new long[] { 1, 2 }.Select(count => German.Count("glance.people", count)));

    [Fact]
    public void Counts_TakeTheFormsOfTheirLanguage_AndWhatIsNotSaidThoseOfTheFirst()
    {
        var polish = Records.English.Translated("pl", [new MemoryStream("""
            { "age": { "year": { "one": "{0} rok", "few": "{0} lata", "many": "{0} lat", "other": "{0} roku" } } }
            """u8.ToArray())]);

        Assert.Equal(["1 rok", "3 lata", "5 lat", "12 lat", "22 lata", "100 lat"],
            new long[] { 1, 3, 5, 12, 22, 100 }.Select(count => polish.Count("age.year", count)));
        Assert.Equal(["1 study found", "2 studies found"], new long[] { 1, 2 }.Select(count => polish.Count("search.found", count)));
        Assert.Equal("No study found", polish.Count("search.found", 0));
    }

    [Fact]
    public void WhatStudiesShare_IsSaidInTheFilesLanguage_EveryKindOfSentenceInTheFirst()
    {
        var german = Records.English.Translated("de", [new MemoryStream("""
            { "list": { "and": "{0} und {1}" }, "code": { "Status": { "RECRUITING": "Offen" } }, "case": { "within": "keep" }, "number": { "group": ".", "decimal": "," },
              "related": { "says": { "conditions": "Beide untersuchen {0}.", "status": "{0} (diese Studie: {1})",
                "startedLater": { "one": "{1} Jahr später ({0})", "other": "{1} Jahre später ({0})" },
                "larger": { "other": "{0}-mal so groß: {1} statt {2}" } } } }
            """u8.ToArray())]);

        Assert.Equal("Beide untersuchen A, B und C.", german.Say(new RelatedStatement(StatementKind.Conditions, new StatementValue.Names("A", "B", "C"))));
        Assert.Equal("Offen (diese Studie: Completed)", german.Say(new RelatedStatement(
            StatementKind.Status, new StatementValue.Codes("Status", "RECRUITING"), new StatementValue.Codes("Status", "COMPLETED"))));
        Assert.Equal("3 Jahre später (2020)", german.Say(new RelatedStatement(StatementKind.StartedLater, new StatementValue.Year(2020), new StatementValue.Number(3))));
        Assert.Equal("2,5-mal so groß: 1.500 statt 600", german.Say(new RelatedStatement(
            StatementKind.Larger, new StatementValue.Number(2.5), new StatementValue.Number(1500), new StatementValue.Number(600))));
        Assert.All(Enum.GetValues<StatementKind>(), kind => Assert.DoesNotContain('[', Records.English.Say(new RelatedStatement(
            kind, new StatementValue.Number(1), new StatementValue.Number(2), new StatementValue.Number(3)))));
    }

    // Numbers with their categories from the tables of the CLDR plural rules.
    [Theory]
    [InlineData("en", "0 other, 1 one, 2 other, 21 other")]
    [InlineData("de-AT", "0 other, 1 one, 2 other")]
    [InlineData("fr", "0 one, 1 one, 2 other, 1000000 many, 1000001 other")]
    [InlineData("es", "0 other, 1 one, 2 other, 2000000 many")]
    [InlineData("pt-BR", "0 one, 1 one, 2 other"), InlineData("pt-PT", "0 other, 1 one")]
    [InlineData("ja", "0 other, 1 other, 5 other")]
    [InlineData("ru", "1 one, 21 one, 11 many, 2 few, 24 few, 12 many, 5 many, 0 many, 111 many")]
    [InlineData("hr", "1 one, 101 one, 11 other, 3 few, 13 other, 5 other")]
    [InlineData("pl", "1 one, 21 many, 2 few, 22 few, 12 many, 0 many")]
    [InlineData("cs", "1 one, 3 few, 5 other, 22 other")]
    [InlineData("sl", "1 one, 101 one, 2 two, 202 two, 3 few, 104 few, 5 other, 11 other")]
    [InlineData("lt", "1 one, 21 one, 11 other, 2 few, 12 other, 10 other, 29 few")]
    [InlineData("lv", "0 zero, 10 zero, 11 zero, 1 one, 21 one, 2 other, 22 other")]
    [InlineData("ro", "1 one, 0 few, 2 few, 119 few, 101 few, 20 other, 100 other")]
    [InlineData("is", "1 one, 21 one, 11 other, 2 other")]
    [InlineData("he", "1 one, 2 two, 3 other, 20 other")]
    [InlineData("ar", "0 zero, 1 one, 2 two, 3 few, 110 few, 11 many, 199 many, 100 other, 102 other")]
    [InlineData("mt", "1 one, 2 two, 0 few, 103 few, 11 many, 119 many, 20 other")]
    [InlineData("ga", "1 one, 2 two, 3 few, 6 few, 7 many, 10 many, 11 other, 0 other")]
    [InlineData("cy", "0 zero, 1 one, 2 two, 3 few, 6 many, 4 other, 7 other")]
    public void PluralRules_NameTheFormBesideANumber(string language, string expected)
    {
        var rule = PluralRule.Of(language);
        var said = expected.Split(", ").Select(one => one.Split(' ')).Select(one => $"{one[0]} {rule(long.Parse(one[0], System.Globalization.CultureInfo.InvariantCulture))}");

        Assert.Equal(expected, string.Join(", ", said));
        Assert.All(Enumerable.Range(0, 200), number => Assert.Contains(rule(number), PluralRule.Categories));
    }

    [Fact]
    public void WhatTheFileDoesNotSay_IsSaidInTheFirstLanguage() => Assert.Equal(Records.English["nav.about"], German["nav.about"]);

    [Fact]
    public async Task StudyPage_SpeaksIt()
    {
        await using var data = await TestRegistry.OpenAsync([Records.Json(1, """
            "statusModule":{"overallStatus":"COMPLETED","startDateStruct":{"date":"2020-03-03"}},
            "designModule":{"studyType":"INTERVENTIONAL","enrollmentInfo":{"count":1234,"type":"ACTUAL"},
              "designInfo":{"allocation":"RANDOMIZED","primaryPurpose":"TREATMENT"}},
            "eligibilityModule":{"sex":"ALL","minimumAge":"18 Years","maximumAge":"65 Years"}
            """)]);
        await using var app = LindWebHost.Build(new LindWebOptions(), data.Registry, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton(German);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/study/NCT00000001", TestContext.Current.CancellationToken));
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("1.234 Personen nahmen teil.", text, StringComparison.Ordinal);
        Assert.Contains("Menschen von 18 bis 65 Jahre, jeden Geschlechts.", text, StringComparison.Ordinal);
        Assert.Contains("3. März 2020", text, StringComparison.Ordinal);
        Assert.Contains("Main purpose: Behandlung.", text, StringComparison.Ordinal);
        Assert.Equal("Aufbau der Studie", page.QuerySelector("#study-design h2")!.TextContent);
        Assert.Equal("Zuteilung", page.QuerySelector("#w-allocation")!.TextContent);
        Assert.StartsWith("Zufällig zugeteilt", page.QuerySelector("#w-DesignAllocation-RANDOMIZED")!.TextContent, StringComparison.Ordinal);
    }
}
