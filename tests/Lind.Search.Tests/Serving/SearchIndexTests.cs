using Lind.Studies;
using Lind.Studies.Fields;
using Lind.TestKit;

namespace Lind.Search.Tests.Serving;

public sealed class SearchIndexTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    private static readonly StudySearchRequest All = new() { CountTotal = true };

    [Fact]
    public void Everything_ComesByNumber_WithTheExactCount()
    {
        var answer = sample.Search(All with { PageSize = 1000 });
        Assert.Equal(sample.Records.Count, answer.TotalCount);
        Assert.Equal(sample.Records.Select(record => record.NctId).Order(), answer.Hits.Select(hit => hit.NctId));
        Assert.Null(answer.NextCursor);
        Assert.Equal("7", sample.Index.Notes["change"]);
    }

    [Theory]
    [InlineData("@relevance")]
    [InlineData("LastUpdatePostDate")]
    [InlineData("EnrollmentCount:desc", "StudyFirstPostDate:asc")]
    public void Pages_OfAnyOrder_GiveEveryStudyOnce(params string[] sort)
    {
        var request = All with { QueryTerm = "study OR trial OR treatment", Sort = sort, PageSize = 7 };
        var whole = sample.Search(request with { PageSize = 1000 }).Hits.Select(hit => hit.NctId).ToArray();
        var paged = new List<NctId>();
        string? cursor = null;
        do
        {
            var answer = sample.Search(request with { Cursor = cursor });
            paged.AddRange(answer.Hits.Select(hit => hit.NctId));
            cursor = answer.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(whole, paged);
    }

    [Fact]
    public void Sort_ByDate_DescendsAndPutsMissingLast()
    {
        var hits = sample.Search(All with { Sort = ["ResultsFirstPostDate"], PageSize = 1000 }).Hits;
        var dates = hits.Select(hit => sample.Studies.Single(study => study.Number == hit.NctId.Number)
            .Texts(StudyFields.ResultsFirstPostDate).FirstOrDefault() ?? "").ToArray();
        Assert.Equal(dates.OrderByDescending(date => date, StringComparer.Ordinal), dates);
        Assert.Contains("", dates);
    }

    [Fact]
    public void Facets_CountWhatTheRecordsHold()
    {
        var answer = sample.Search(All with
        {
            PageSize = 0,
            Facets = [new(FacetKind.Status), new(FacetKind.Phase), new(FacetKind.Country, 250), new(FacetKind.Results), new(FacetKind.State, 250)],
        });
        Assert.Empty(answer.Hits);
        foreach (var (facet, field) in answer.Facets.Zip([StudyFields.OverallStatus, StudyFields.Phase, StudyFields.LocationCountry]))
        {
            var expected = sample.Studies.SelectMany(study => study.Values(field).Select(value => value.ToString()).Distinct())
                .GroupBy(value => value).ToDictionary(group => group.Key, group => (long)group.Count());
            Assert.Equal(expected, facet.Values.ToDictionary(value => value.Value, value => value.Count));
            Assert.Equal(sample.Studies.Count(study => study.Values(field).Count == 0), facet.Missing);
        }

        Assert.Equal(answer.TotalCount, answer.Facets[3].Values.Sum(value => value.Count) + answer.Facets[3].Missing);
        Assert.Contains(answer.Facets[4].Values, value => value.Value.EndsWith(", United States", StringComparison.Ordinal));
    }

    [Fact]
    public void Histogram_ByYear_CountsStartDates()
    {
        var answer = sample.Search(All with { Histograms = [new("StartDate", "year")] });
        var expected = sample.Studies.SelectMany(study => study.Texts(StudyFields.StartDate)).Select(date => date[..4])
            .GroupBy(year => year).OrderBy(year => year.Key, StringComparer.Ordinal)
            .Select(year => new HistogramBar(year.Key, year.Count()));
        Assert.Equal(expected, answer.Histograms[0].Bars);
    }

    [Theory]
    [InlineData("status:rec")]
    [InlineData("status:not rec,sex:f")]
    [InlineData("phase:2 3|results:with")]
    [InlineData("studyType:obs")]
    [InlineData("ages:child,healthy:y")]
    [InlineData("funderType:industry")]
    public void AggFilters_FindWhatTheirGroupsMean(string text) => Assert.Equal(
        sample.Studies.Where(study => Meets(study, text)).Select(study => study.Number).Order(),
        sample.Find(new StudySearchRequest { AggFilters = text }));

    [Fact]
    public void AggFilters_UnknownKeyFindsNothing_UnknownGroupIsAnError()
    {
        Assert.Empty(sample.Find(new StudySearchRequest { AggFilters = "phase:na" }));
        Assert.Equal("aggFilters", sample.Index.Search(new StudySearchRequest { AggFilters = "fase:1" }).Error?.Parameter);
    }

    [Fact]
    public void OnlyNctIds_MeanAnyOfThem_AndFiltersAreIgnored()
    {
        var two = sample.Records.Take(2).Select(record => record.NctId).ToArray();
        var text = $"{two[0]} {two[1].ToString().ToLowerInvariant()}";
        var request = new StudySearchRequest { QueryTerm = text, Filter = new StudyFilters { OverallStatus = ["WITHHELD"] } };
        Assert.Equal(two.Select(id => id.Number).Order(), sample.Find(request));
        Assert.Empty(sample.Find(request with { QueryTerm = "study" }));
    }

    [Fact]
    public void GeoFilter_FindsStudiesInTheCircle_AndNamesTheNearestSites()
    {
        var answer = sample.Search(All with { PageSize = 1000, Filter = new StudyFilters { Geo = "distance(42.36,-71.06,50mi)" } });
        var (found, _) = sample.Index.FindAll(new StudySearchRequest { QueryTerm = "AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,50mi]" });
        Assert.Equal(found, answer.Hits.Select(hit => hit.NctId));
        Assert.NotEmpty(answer.Hits);
        Assert.All(answer.Hits, hit =>
        {
            Assert.InRange(hit.NearestSite!.DistanceMiles, 0, 50.1);
            Assert.True(hit.NearestRecruitingSite is null || hit.NearestRecruitingSite.DistanceMiles >= hit.NearestSite.DistanceMiles);
        });
    }

    [Theory]
    [InlineData("EnrollmentCoun", "sort", "Unknown sort field: EnrollmentCoun")]
    [InlineData("BriefTitle", "sort", "Unsupported sort field type: text")]
    public void Sort_Wrong_IsAnError(string sort, string parameter, string message)
    {
        var error = sample.Index.Search(new StudySearchRequest { Sort = [sort] }).Error;
        Assert.Equal((parameter, message), (error?.Parameter, error?.Message));
    }

    [Fact]
    public void Requests_Wrong_AreErrorsOfTheirParameter()
    {
        Assert.Equal("Error parsing query in advanced filter: Unknown area name: 'X'",
            sample.Index.Search(new StudySearchRequest { Filter = new StudyFilters { Advanced = "AREA[X]y" } }).Error?.Message);
        Assert.Equal("AREA[LeadSponsorName]",
            sample.Index.Search(new StudySearchRequest { QueryTerm = "AREA[LeadSponserName]x" }).Error?.Suggestion);
        Assert.Equal("filter.ids", sample.Index.Search(new StudySearchRequest { Filter = new StudyFilters { Ids = ["NCT"] } }).Error?.Parameter);
        Assert.Equal("filter.geo", sample.Index.Search(new StudySearchRequest { Filter = new StudyFilters { Geo = "here" } }).Error?.Parameter);
        Assert.Equal("pageToken", sample.Index.Search(new StudySearchRequest { Cursor = "zzz" }).Error?.Parameter);
        Assert.Equal("geoDecay", sample.Index.Search(new StudySearchRequest { GeoDecay = "func:cubic" }).Error?.Parameter);
        var cursor = sample.Search(new StudySearchRequest { PageSize = 2 }).NextCursor;
        Assert.Equal("pageToken", sample.Index.Search(new StudySearchRequest { Cursor = cursor, QueryTerm = "x" }).Error?.Parameter);
    }

    [Fact]
    public void Highlights_StandInTheRecordsOwnText()
    {
        var request = new StudySearchRequest { QueryTerm = "covid-19" };
        var hit = sample.Search(request).Hits[0];
        var record = sample.Records.Single(one => one.NctId == hit.NctId);
        var highlights = sample.Index.Highlight(request, [record.Json]).Single();
        Assert.NotEmpty(highlights);
        Assert.All(highlights, one => Assert.All(one.Spans, span => Assert.Contains(
            one.Text.Substring(span.Start, span.Length).ToLowerInvariant(), new[] { "covid", "19", "sars", "cov", "2", "coronavirus", "covid19" })));
    }

    [Fact]
    public void Details_ListSynonymsThatCanBeSwitchedOff()
    {
        var request = new StudySearchRequest { QueryCond = "covid-19", WantDetails = true, CountTotal = true };
        var answer = sample.Search(request);
        var term = answer.Details!.Areas.Single(area => area.Area == "ConditionSearch").Terms.Single();
        Assert.Equal("covid-19", term.Text);
        Assert.True(term.Count > 0 && term.Count <= answer.TotalCount);
        var off = sample.Search(request with { Filter = new StudyFilters { Synonyms = [.. term.Synonyms.Select(one => one.Id)] } });
        Assert.Equal(term.Count, off.TotalCount);
        Assert.All(off.Details!.Areas[0].Terms[0].Synonyms, one => Assert.False(one.Active));
    }

    [Fact]
    public void Spelling_OfARareWord_IsCorrected()
    {
        var spelling = sample.Search(new StudySearchRequest { QueryTerm = "treatmnet", CheckSpelling = true }).Spelling;
        Assert.Equal(new SpellingSuggestion("query.term", "treatment"), spelling);
        Assert.Null(sample.Search(new StudySearchRequest { QueryTerm = "treatment", CheckSpelling = true }).Spelling);
    }

    [Fact]
    public void Suggestions_CompleteConditions() => Assert.Contains(
        sample.Index.Suggest("query.cond", "cov"), one => one.Text.StartsWith("COVID", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Statistics_AgreeWithTheRecords()
    {
        var (phase, _) = sample.Index.Statistics(All, "Phase");
        Assert.Equal(sample.Studies.Count(study => study.Values(StudyFields.Phase).Count == 0), phase!.Missing);
        var (enrollment, _) = sample.Index.Statistics(All, "EnrollmentCount");
        Assert.Equal(sample.Studies.SelectMany(study => study.Values(StudyFields.EnrollmentCount)).Max(value => value.GetDouble()),
            double.Parse(enrollment!.Max!, System.Globalization.CultureInfo.InvariantCulture));
        var (sizes, _) = sample.Index.Sizes(All, "Location");
        Assert.Equal(sample.Studies.SelectMany(study => study.Sizes(StudyFields.Location)).Max(), sizes!.Max);
        Assert.NotNull(sample.Index.Statistics(All, "Fase").Error);
    }

    [Fact]
    public void Explain_OfAHit_AddsUpToItsScore()
    {
        var request = new StudySearchRequest { QueryTerm = "covid" };
        var hit = sample.Search(request).Hits[0];
        var explanation = sample.Index.Explain(request, hit.NctId)!;
        Assert.True(explanation.Matches);
        Assert.Equal(hit.Score, explanation.Score, 3);
    }

    [Fact]
    public void Narrative_IsReadForAgeSexAndAbsence()
    {
        var answer = sample.Search(new StudySearchRequest
        {
            PatientNarrative = "A 62-year-old woman with COVID-19 pneumonia and diabetes. She denies chest pain. No fever.",
        });
        Assert.Equal((62.0, "FEMALE"), (answer.Patient!.AgeYears, answer.Patient.Sex));
        Assert.Contains(answer.Patient.Findings, finding => finding.Text == "pneumonia");
        Assert.DoesNotContain(answer.Patient.Findings, finding => finding.Text == "fever");
        Assert.NotEmpty(answer.Hits);
    }

    [Fact]
    public void Update_ReplacesRemovesAndKeepsTheRest()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path);
        Assert.Equal(0, index.Search(All).Answer!.TotalCount);
        index.Update(sample.Records.Take(20), []);
        index.Update(sample.Records.Skip(20).Take(5), sample.Records.Take(3).Select(record => record.NctId));
        index.Update(sample.Records.Skip(10).Take(5), []);
        Assert.Equal(22, index.Search(All).Answer!.TotalCount);
        Assert.Empty(index.Verify().Problems);
        using var again = SearchIndex.Open(folder.Path);
        Assert.Equal(index.FindAll(All).NctIds, again.FindAll(All).NctIds);
    }

    private static bool Meets(Oracle.NaiveStudy study, string text) => text switch
    {
        "status:rec" => Has(study, StudyFields.OverallStatus, "RECRUITING"),
        "status:not rec,sex:f" => Has(study, StudyFields.OverallStatus, "NOT_YET_RECRUITING", "RECRUITING") && Has(study, StudyFields.Sex, "FEMALE"),
        "phase:2 3|results:with" => Has(study, StudyFields.Phase, "PHASE2", "PHASE3") && Has(study, StudyFields.HasResults, "True"),
        "studyType:obs" => Has(study, StudyFields.StudyType, "OBSERVATIONAL"),
        "ages:child,healthy:y" => Has(study, StudyFields.StdAge, "CHILD") && Has(study, StudyFields.HealthyVolunteers, "True"),
        _ => Has(study, StudyFields.LeadSponsorClass, "INDUSTRY") || Has(study, StudyFields.CollaboratorClass, "INDUSTRY"),
    };

    private static bool Has(Oracle.NaiveStudy study, StudyField field, params string[] values) =>
        study.Values(field).Any(value => values.Contains(value.ToString()));
}
