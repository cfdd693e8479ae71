using System.Text;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Search.Tests.Serving;

/// <summary>What is proposed for words that find nothing, in a registry of 200 studies of four conditions.</summary>
public sealed class SpellingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SearchIndex _index;

    public SpellingTests()
    {
        _index = SearchIndex.Open(_folder.Path);
        _index.Rebuild(Enumerable.Range(1, 200).Select(Study));
    }

    [Theory]
    [InlineData("heart failuer", "heart failure")] // a word that no study has
    [InlineData("HEART FAILUER", "HEART failure")]
    [InlineData("diabtes", "diabetes")] // not "diabete", which is nearer and rare
    [InlineData("hart failure", "heart failure")] // each word is known, together they stand nowhere
    [InlineData("heart failure", null)]
    [InlineData("hart surgery", null)]
    [InlineData("hart diabetes", null)] // nothing near finds anything either
    [InlineData("hart failure AND", null)] // no query at all
    public void Spelling_IsOneThatFindsSomething(string typed, string? meant) => Assert.Equal(
        meant is null ? null : new SpellingSuggestion("query.cond", meant),
        _index.Search(new StudySearchRequest { QueryCond = typed, CheckSpelling = true }).Answer?.Spelling);

    [Fact]
    public void Spelling_IsJudgedUnderTheFiltersOfTheRequest() => Assert.Null(_index.Search(
        new StudySearchRequest { QueryCond = "hart failure", QueryTitles = "surgery", CheckSpelling = true }).Answer!.Spelling);

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    private static StudyRecord Study(int number)
    {
        var condition = number switch { <= 100 => "Heart failure", <= 190 => "Diabetes", <= 195 => "Hart surgery", _ => "Diabete" };
        var id = NctId.FromNumber(number);
        return new StudyRecord(id, Encoding.UTF8.GetBytes(
            $"{{\"protocolSection\":{{\"identificationModule\":{{\"nctId\":\"{id}\",\"briefTitle\":\"{condition}\"}},"
            + $"\"conditionsModule\":{{\"conditions\":[\"{condition}\"]}}}}}}"));
    }
}
