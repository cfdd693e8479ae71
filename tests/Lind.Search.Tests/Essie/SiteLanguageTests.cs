using System.Text;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Search.Tests.Essie;

/// <summary>Countries by any of their names, and codes of sites that the published lists do not know.</summary>
public sealed class SiteLanguageTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SearchIndex _index;

    public SiteLanguageTests()
    {
        _index = SearchIndex.Open(_folder.Path);
        _index.Rebuild(
        [
            Study(1, "Korea, Republic of", "RECRUITING"), Study(2, "South Korea", "RECRUITING"),
            Study(3, "Korea, Democratic People's Republic of", "COMPLETED"), Study(4, "Turkey (Türkiye)", "NEARLY_OPEN"),
            Study(5, "Turkey", "COMPLETED"), Study(6, "United States", "COMPLETED"), Study(7, "Niger", "COMPLETED"),
            Study(8, "Nigeria", "COMPLETED"),
        ]);
    }

    [Theory]
    [InlineData("South Korea", "1 2"), InlineData("Korea, Republic of", "1 2 3"), InlineData("republic of korea", "1 2 3")]
    [InlineData("Türkiye", "4 5"), InlineData("turkey", "4 5"), InlineData("USA", "6"), InlineData("U.S.A.", "6")]
    [InlineData("Niger", "7"), InlineData("EXPANSION[Term]South Korea", "2"), InlineData("EXPANSION[None]Turkey", "4 5")]
    public void Country_ByAnyOfItsNames_IsFound(string name, string numbers) => Assert.Equal(numbers, Found(new() { QueryLocn = name }));

    [Theory]
    // A single field means what was typed: the registry's country has no synonyms.
    [InlineData("AREA[LocationCountry]\"South Korea\"", "2"), InlineData("AREA[LocationCountry]USA", "")]
    [InlineData("SEARCH[Location](AREA[LocationStatus]NEARLY_OPEN)", "4"), InlineData("AREA[LocationStatus]NEARLY_OPEN", "4")]
    public void Field_OfASite_MeansWhatWasTyped(string expression, string numbers) =>
        Assert.Equal(numbers, Found(new() { QueryTerm = expression }));

    [Fact]
    public void Country_ByAnotherName_IsShownWithItsCountAndCanBeSwitchedOff()
    {
        var request = new StudySearchRequest { QueryLocn = "South Korea", WantDetails = true };

        var name = _index.Search(request).Answer!.Details!.Areas.Single().Terms.Single().Synonyms.Single();

        Assert.Equal(("Korea, Republic of", "country", 1, true), (name.Text, name.Source, name.Count, name.Active));
        Assert.Equal("2", Found(request with { Filter = new StudyFilters { Synonyms = [name.Id] } }));
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    private string Found(StudySearchRequest request)
    {
        var result = _index.Search(request with { PageSize = 100 });
        Assert.Null(result.Error);
        return string.Join(' ', result.Answer!.Hits.Select(hit => hit.NctId.Number).Order());
    }

    private static StudyRecord Study(int number, string country, string status)
    {
        var id = NctId.FromNumber(number);
        return new StudyRecord(id, Encoding.UTF8.GetBytes($$$"""
            {"protocolSection":{"identificationModule":{"nctId":"{{{id}}}","briefTitle":"Study {{{number}}}"},
            "contactsLocationsModule":{"locations":[{"city":"Town","country":"{{{country}}}","status":"{{{status}}}"}] } } }
            """));
    }
}
