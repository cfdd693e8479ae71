using System.Text;
using AngleSharp.Html.Parser;
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
