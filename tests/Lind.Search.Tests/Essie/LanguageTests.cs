using Lind.Studies;
using Lind.Studies.Fields;

namespace Lind.Search.Tests.Essie;

/// <summary>The language's rules one by one: what an expression finds among <see cref="LanguageRegistry"/>'s studies.</summary>
public sealed class LanguageTests(LanguageRegistry registry) : IClassFixture<LanguageRegistry>
{
    [Theory]
    // Expansion levels: as written; lexical variants; synonyms; words apart; words left out.
    [InlineData("EXPANSION[None]SLE", "6")]
    [InlineData("EXPANSION[None]sle", "7")]
    [InlineData("EXPANSION[Term]SLE", "6 7")]
    [InlineData("EXPANSION[None]naive", "")]
    [InlineData("EXPANSION[None]naïve", "10")]
    [InlineData("EXPANSION[Term]naive", "10")]
    [InlineData("EXPANSION[None]Heart  attack", "1")]
    [InlineData("EXPANSION[None]heart   attack", "1")]
    [InlineData("EXPANSION[Term]heart attacks", "1")]
    [InlineData("EXPANSION[Term]heart", "1 3 4")]
    [InlineData("EXPANSION[Term]crohns disease", "10")]
    // A letter or a number tied by a hyphen stays where it is; longer words may stand apart.
    [InlineData("IL-6", "8 9")]
    [InlineData("growth-IL", "")]
    [InlineData("IL growth", "8")]
    [InlineData("growth-tumour", "8 9")]
    [InlineData("EXPANSION[Lossy]in-6 growth", "8 9")]
    [InlineData("EXPANSION[Lossy]in-7", "")]
    // Roman and Arabic numbers behind a word that counts.
    [InlineData("type II", "13")]
    [InlineData("type 2", "13")]
    [InlineData("\"type 2 fracture\"", "13")]
    [InlineData("EXPANSION[Term]type 2", "")]
    [InlineData("stage 4", "")]
    // An S in capitals ends an acronym, unless all of the text is in capitals.
    [InlineData("EXPANSION[Term]HEARTS", "1 3 4")]
    [InlineData("HEARTS OF CHILDREN", "4")]
    [InlineData("EXPANSION[None]HEARTS", "")]
    [InlineData("EXPANSION[Term]INFARCTIONS", "2")]
    [InlineData("EXPANSION[Term]SLES", "")]
    [InlineData("EXPANSION[Term]sles", "6 7")]
    [InlineData("AREA[LocationCountry]COVERAGE[FullMatch]\"UNITED STATES\"", "10 11 12")]
    [InlineData("AREA[LocationCountry]COVERAGE[FullMatch]\"united states\"", "10 11 12")]
    [InlineData("AREA[LocationCountry]UNITED STATES", "10 11 12")]
    [InlineData("SEARCH[Location](AREA[LocationCountry]\"UNITED STATES\" AND AREA[LocationState]OREGON)", "11")]
    [InlineData("EXPANSION[Term]Crohn disease", "10")]
    [InlineData("EXPANSION[Term]tumour", "8 9")]
    [InlineData("EXPANSION[Term]anaemia", "8 9")]
    [InlineData("EXPANSION[Term]IL6", "8 9")]
    [InlineData("EXPANSION[Term]IL-6", "8 9")]
    [InlineData("EXPANSION[Term]\"IL 6\"", "8 9")]
    [InlineData("EXPANSION[Concept]heart attack", "1 2")]
    [InlineData("EXPANSION[Relaxation]heart attack", "1 2 3")]
    [InlineData("heart attack", "1 2 3")]
    [InlineData("EXPANSION[Lossy]heart attack", "1 2 3 4")]
    [InlineData("EXPANSION[Lossy]With heart", "1 3 4")]
    // A quoted phrase caps expansion at Concept.
    [InlineData("EXPANSION[Relaxation]\"heart attack\"", "1 2")]
    [InlineData("EXPANSION[Lossy]\"heart attack\"", "1 2")]
    [InlineData("\"heart attack\"", "1 2")]
    // Coverage.
    [InlineData("AREA[BriefTitle]COVERAGE[FullMatch]pain", "5")]
    [InlineData("AREA[Condition]COVERAGE[FullMatch]pain", "4")]
    [InlineData("COVERAGE[FullMatch]pain", "4 5")]
    [InlineData("AREA[Condition]COVERAGE[EndsWith]pain", "4 5")]
    [InlineData("AREA[Condition]COVERAGE[StartsWith]back", "5")]
    [InlineData("AREA[Condition]COVER[StartsWith]back", "5")]
    [InlineData("AREA[Condition]COVERAGE[Contains]back", "5")]
    [InlineData("AREA[Condition]COVERAGE[FullMatch]back", "")]
    [InlineData("AREA[Condition]COVERAGE[FullMatch]EXPANSION[Concept]\"heart attack\"", "1 2")]
    [InlineData("AREA[Condition]COVERAGE[FullMatch]EXPANSION[Term]\"heart attacks\"", "1")]
    [InlineData("AREA[Condition]COVERAGE[FullMatch]EXPANSION[None]\"heart attack\"", "")]
    [InlineData("AREA[Condition]COVERAGE[FullMatch]EXPANSION[None]\"Heart attack\"", "1")]
    [InlineData("AREA[Condition]COVERAGE[FullMatch]stroke", "11 12")]
    // AND, OR, NOT, precedence, lower case.
    [InlineData("stroke AND treated", "11")]
    [InlineData("stroke NOT treated", "12")]
    [InlineData("stroke AND NOT treated", "12")]
    [InlineData("NOT stroke AND EXPANSION[Term]sle", "6 7")]
    [InlineData("EXPANSION[Term]sle OR stroke AND treated", "6 7 11")]
    [InlineData("(EXPANSION[Term]sle OR stroke) AND treated", "11")]
    [InlineData("EXPANSION[Concept] NOT (stroke OR heart OR pain OR EXPANSION[Term]sle OR growth)", "2 10 13")]
    [InlineData("EXPANSION[Term]heart or stroke", "")]
    [InlineData("EXPANSION[Term]stroke AND AND unit", "12")]
    [InlineData("NOT NOT stroke", "11 12")]
    // Escapes.
    [InlineData("\\MISSING", "11")]
    [InlineData("EXPANSION[Term]stroke \\NOT treated", "11")]
    [InlineData("\\\"sleep deprivation\\\"", "11")]
    [InlineData("\"a MISSING \\\"sleep\"", "11")]
    // Ages know their units; values missing are not in a range.
    [InlineData("AREA[MinimumAge]RANGE[MIN, 1 year]", "4 5")]
    [InlineData("AREA[MinimumAge]RANGE[MIN, 11 months]", "4")]
    [InlineData("AREA[MinimumAge]RANGE[12 months, 18 years]", "5 6")]
    [InlineData("AREA[MinimumAge]RANGE[780 months, MAX]", "7")]
    [InlineData("AREA[MinimumAge]18 Years", "6")]
    [InlineData("AREA[MinimumAge]12 Months", "5")]
    [InlineData("AREA[MaximumAge]RANGE[MIN, 100 weeks]", "")]
    [InlineData("AREA[MaximumAge]RANGE[MIN, 105 weeks]", "4")]
    [InlineData("AREA[MaximumAge]RANGE[MIN, MAX]", "4 5 7")]
    // Numbers.
    [InlineData("AREA[EnrollmentCount]RANGE[500, 1000]", "6 7")]
    [InlineData("AREA[EnrollmentCount]RANGE[1000, 500]", "")]
    [InlineData("AREA[EnrollmentCount]500", "6")]
    // Dates of mixed precision: an earliest day decides in a range; a single date holds what lies within it.
    [InlineData("AREA[StartDate]RANGE[2019, 2019]", "8 9 10")]
    [InlineData("AREA[StartDate]RANGE[2019-03, 2019-03]", "9 10")]
    [InlineData("AREA[StartDate]RANGE[2019-03-02, 2019-12]", "10")]
    [InlineData("AREA[StartDate]RANGE[03/15/2019, 03/15/2019]", "10")]
    [InlineData("AREA[StartDate]RANGE[MIN, 12/31/2018]", "12")]
    [InlineData("AREA[StartDate]2019", "8 9 10")]
    [InlineData("AREA[StartDate]2019-03", "9 10")]
    [InlineData("AREA[StartDate]2019-03-15", "10")]
    [InlineData("AREA[StartDate](2011 OR 2021)", "11 12")]
    [InlineData("AREA[ResultsFirstPostDate]RANGE[01/01/2015, MAX]", "7")]
    // MISSING and ALL.
    [InlineData("AREA[StartDate]MISSING", "1 2 3 4 5 6 7 13")]
    [InlineData("AREA[EnrollmentInfo]MISSING AND AREA[StartDate]MISSING", "1 2 3 4 13")]
    [InlineData("AREA[StartDate]NOT MISSING", "8 9 10 11 12")]
    [InlineData("ALL AND stroke", "11 12")]
    [InlineData("ALL NOT AREA[StartDate]MISSING", "8 9 10 11 12")]
    // Codes and their labels, sizes of lists.
    [InlineData("AREA[Phase]PHASE2", "8 9")]
    [InlineData("AREA[Phase]\"Phase 2\"", "8 9")]
    [InlineData("AREA[Phase](PHASE1 OR PHASE3)", "8 10")]
    [InlineData("AREA[Phase]\"Phase 1/Phase 2\"", "8")]
    [InlineData("AREA[Phase]PHASE1 AND AREA[Phase]PHASE2", "8")]
    [InlineData("AREA[Phase]phase3", "10")]
    [InlineData("AREA[NumPhases]2", "8")]
    [InlineData("AREA[NumLocations]RANGE[2, MAX]", "10 12")]
    [InlineData("AREA[NumConditions](2 OR 7)", "12")]
    [InlineData("AREA[Location:size]2 AND NOT AREA[NumPhases]MISSING", "10")]
    [InlineData("AREA[Phase:size]2", "8")]
    [InlineData("AREA[Condition:size]2", "12")]
    [InlineData("AREA[Location:size]RANGE[2, MAX]", "10 12")]
    [InlineData("AREA[Location:size](1 OR 2)", "10 11 12")]
    // One site, or any of them.
    [InlineData("SEARCH[Location](AREA[LocationCity]Portland AND AREA[LocationState]Maine)", "10 12")]
    [InlineData("SEARCH[Location](AREA[LocationCity]Portland AND AREA[LocationStatus]Recruiting)", "11 12")]
    [InlineData("AREA[LocationCity]Portland AND AREA[LocationStatus]Recruiting", "10 11 12")]
    [InlineData("SEARCH[Location](AREA[LocationCity]Portland NOT AREA[LocationState]Maine)", "11")]
    [InlineData("stroke AND SEARCH[Location](AREA[LocationCity] Bethesda AND AREA[LocationState] Maryland)", "12")]
    [InlineData("NOT SEARCH[Location](AREA[LocationState]Maine) AND AREA[LocationCountry]United States", "11")]
    [InlineData("SEARCH[Study](stroke)", "11 12")]
    // Distance.
    [InlineData("AREA[LocationGeoPoint] DISTANCE[39.0019296, -77.1044561, 25mi]", "12")]
    [InlineData("AREA[LocationGeoPoint] DISTANCE[39.0019296, -77.1044561, 3.098km]", "12")]
    [InlineData("AREA[LocationGeoPoint] DISTANCE[39.0019296, -77.1044561, 1mi]", "")]
    [InlineData("AREA[LocationGeoPoint]DISTANCE[43.66, -70.26, 2mi]", "10 12")]
    [InlineData("SEARCH[Location](AREA[LocationGeoPoint]DISTANCE[43.66, -70.26, 2mi] AND AREA[LocationStatus]Recruiting)", "12")]
    public void Expression_FindsWhatTheLanguageSays(string expression, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', registry.Ranked(expression).Order()));

    [Theory]
    // The words themselves before their synonym, the phrase before words apart, both sides of OR before one, tilted to the newer.
    [InlineData("EXPANSION[Concept]heart attack", "1 2")]
    [InlineData("heart attack", "1 2 3")]
    [InlineData("EXPANSION[Lossy]heart attack", "1 2 3 4")]
    [InlineData("(treated OR stroke) AND stroke", "11 12")]
    [InlineData("TILT[StartDate]EXPANSION[Term]stroke", "11 12")]
    [InlineData("TILT[StartDate](unit OR stroke)", "12 11")]
    public void Expression_RanksAsTheLanguageSays(string expression, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', registry.Ranked(expression)));

    [Theory]
    [InlineData("AREA[LeadSponserName]x", 5, "Unknown area name: 'LeadSponserName'", "AREA[LeadSponsorName]")]
    [InlineData("COVERAGE[FullMatc]pain", 9, "Invalid coverage: FullMatc", "COVERAGE[FullMatch]")]
    [InlineData("EXPANSION[Lossy]COVERAGE[Contains]pain", 16, "EXPANSION[Lossy] cannot be used with COVERAGE", null)]
    [InlineData("EXPANSION[Relaxation]COVERAGE[EndsWith]pain", 21, "COVERAGE[EndsWith] cannot be used with EXPANSION[Relaxation]", null)]
    [InlineData("AREA[LocationGeoPoint]DISTANCE[39, -77, 0.9mi]", 31, "Radius must be at least 1 mile or 1 kilometer", null)]
    [InlineData("AREA[LocationGeoPoint]DISTANCE[39, -77, 806km]", 31, "Radius cannot exceed 500 miles (805 kilometers)", null)]
    [InlineData("AREA[MinimumAge]RANGE[soon, MAX]", 16, "Invalid age: 'soon'", null)]
    [InlineData("AREA[Phase:size]two", 16, "A size is a whole number or a RANGE of them", null)]
    [InlineData("AREA[NumPhases]two", 15, "A size is a whole number or a RANGE of them", null)]
    [InlineData("AREA[NumBriefTitles]2", 5, "Unknown area name: 'NumBriefTitles'", "AREA[BriefTitle]")]
    [InlineData("AREA[BriefTitle:size]2", 5, "'BriefTitle' is not a list", null)]
    [InlineData("TILT[BriefTitl]pain", 5, "Unsupported tilt field: 'BriefTitl'", null)]
    public void Expression_Wrong_SaysWhereWhatAndWhatWasMeant(string expression, int position, string message, string? suggestion)
    {
        var error = registry.Index.Search(new StudySearchRequest { QueryTerm = expression }).Error!;

        Assert.Equal((position, message, suggestion), (error.Position, error.Message, error.Suggestion));
        Assert.Equal("query.term", error.Parameter);
    }

    [Fact]
    public void Code_ThatNoListAndNoRecordHas_IsRefusedWithTheListInEveryEnumField()
    {
        foreach (var field in FieldCatalogue.All.Where(field => field is { IsLeaf: true, Kind: FieldKind.Enum }))
        {
            var error = registry.Index.Search(new StudySearchRequest { QueryTerm = $"AREA[{field.Piece}]nonsense" }).Error!;

            var codes = string.Join(", ", field.Enum!.Values.Select(value => $"`{value.Value}`"));
            Assert.Equal($"Allowed values for enum field `{field.Path}` are {codes}", error.Message);
            Assert.Equal(field.Piece.Length + "AREA[]".Length, error.Position);
        }
    }

    [Theory]
    [InlineData("AREA[Phase]phase", "AREA[Phase]PHASE1"), InlineData("AREA[OverallStatus]RECRUITNG", "AREA[OverallStatus]RECRUITING")]
    public void Code_NearlyRight_IsSuggested(string expression, string suggestion) =>
        Assert.Equal(suggestion, registry.Index.Search(new StudySearchRequest { QueryTerm = expression }).Error!.Suggestion);

    [Fact]
    public void Details_OfAConcept_CountTheTermAndEachExpansion_AndEachCanBeSwitchedOff()
    {
        var request = new StudySearchRequest { QueryCond = "EXPANSION[Concept]heart attack", WantDetails = true, CountTotal = true };
        var answer = registry.Index.Search(request).Answer!;
        var term = answer.Details!.Areas.Single().Terms.Single();
        var synonym = term.Synonyms.Single(one => one.Text == "Myocardial Infarction");

        Assert.Equal((2, 1, 1, true), (answer.TotalCount, term.Count, synonym.Count, synonym.Active));
        Assert.Equal("mesh", synonym.Source);

        var off = registry.Index.Search(request with { Filter = new StudyFilters { Synonyms = [synonym.Id] } }).Answer!;
        Assert.Equal([1], off.Hits.Select(hit => hit.NctId.Number));
        Assert.False(off.Details!.Areas.Single().Terms.Single().Synonyms.Single(one => one.Id == synonym.Id).Active);
    }

    [Theory]
    [InlineData("heart attack")]
    [InlineData("EXPANSION[Concept]heart attack OR stroke")]
    [InlineData("TILT[StartDate]stroke AND SEARCH[Location](AREA[LocationCity]Portland)")]
    public void Explain_OfEveryHit_GivesItsScore(string expression)
    {
        var request = new StudySearchRequest { QueryTerm = expression, PageSize = 100 };
        foreach (var hit in registry.Index.Search(request).Answer!.Hits)
        {
            var explanation = registry.Index.Explain(request, hit.NctId)!;
            Assert.True(explanation.Matches);
            Assert.Equal(hit.Score, explanation.Score, 4);
        }

        Assert.False(registry.Index.Explain(request, NctId.FromNumber(9))!.Matches);
    }
}
