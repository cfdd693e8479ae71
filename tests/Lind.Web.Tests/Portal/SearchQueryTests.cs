using Lind.Web.Portal;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Tests.Portal;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("?cond=heart+failure&term=x", "/search?cond=heart%20failure&term=x")]
    [InlineData("?term=x&cond=y", "/search?cond=y&term=x")]
    [InlineData("?locStr=Graz", "/search?locn=Graz")]
    [InlineData("?aggFilters=status:rec&aggFilters=phase:2&aggFilters=phase:3", "/search?aggFilters=phase%3A2%203%2Cstatus%3Arec")]
    [InlineData("?start_from=2020-01&start_to=", "/search?start=2020-01_")]
    [InlineData("?cond=&foo=bar", "/search")]
    public void ToUrl_OneSearch_OneAddress(string given, string address)
    {
        // Compared by value: "aggFilters" reads the same however it was split over parameters.
        var query = Parse(given);
        Assert.Equal(address.Replace("phase%3A2%203%2Cstatus%3Arec", Uri.EscapeDataString(query.Agg.ToString()), StringComparison.Ordinal),
            query.With(query.Agg).ToUrl());
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-3", 1)]
    [InlineData("x", 1)]
    [InlineData("7", 7)]
    [InlineData("99999999", 901)]
    public void Page_StaysWhereTheEngineCanFollow(string given, int page) => Assert.Equal(page, Parse("?page=" + given).Page);

    [Fact]
    public void With_AnyChange_StartsOverAtTheFirstPage() =>
        Assert.Equal("/search?cond=a&sort=StartDate%3Adesc", Parse("?cond=a&page=4").With("sort", "StartDate:desc").ToUrl());

    [Fact]
    public void Selection_IsCarriedAlong_AndIsNoPartOfTheSearch()
    {
        var query = Parse("?cond=a&ids=NCT00000002,foo&ids=NCT00000001&ids=NCT00000002&q=a");
        Assert.Equal(["NCT00000002", "NCT00000001"], query.Selected);
        Assert.Contains("ids=NCT00000002%2CNCT00000001", query.With("sort", "StartDate:desc").ToUrl(), StringComparison.Ordinal);
        Assert.Equal("/search?cond=a", query.ToPlainUrl());
        Assert.True(Parse("?ids=NCT00000001").IsEmpty);
    }

    [Fact]
    public void Toggle_Twice_IsNothing()
    {
        var filters = AggFilterSet.Parse("status:rec not,phase:2");
        Assert.Equal(filters.ToString(), filters.Toggle("sex", "f").Toggle("sex", "f").ToString());
        Assert.False(filters.Toggle("phase", "2").Has("phase", "2"));
    }

    [Theory]
    [InlineData("?cond=a&intr=b", "AREA[ConditionSearch](a) AND AREA[InterventionSearch](b)")]
    [InlineData("?start=2020-01_", "AREA[StartDate]RANGE[2020-01, MAX]")]
    [InlineData("?aggFilters=sex:f", "(AREA[Sex]FEMALE OR AREA[Sex]\\ALL)")]
    [InlineData("?aggFilters=phase:2 3", "(AREA[Phase]PHASE2 OR AREA[Phase]PHASE3)")]
    [InlineData("?intrType=DRUG&size=50-99", "AREA[InterventionType]DRUG AND AREA[EnrollmentCount]RANGE[50, 99]")]
    [InlineData("?size=1000%2B", "AREA[EnrollmentCount]RANGE[1000, MAX]")]
    [InlineData("?sponsor=A+%22B", "AREA[LeadSponsorName]COVERAGE[FullMatch]\"A  B\"")]
    [InlineData("?lat=42&lng=-71&distance=25", "AREA[LocationGeoPoint]DISTANCE[42, -71, 25mi]")]
    [InlineData("?city=Graz&locStatus=RECRUITING", "SEARCH[Location](AREA[LocationCity]COVERAGE[FullMatch]\"Graz\" AND AREA[LocationStatus]RECRUITING)")]
    [InlineData("?locStatus=%22+evil", "")]
    [InlineData("?country=Chad", "SEARCH[Location](AREA[LocationCountry]COVERAGE[FullMatch]\"Chad\")")]
    public void Expression_SaysTheSameInTheExpertLanguage(string given, string expression) =>
        Assert.Equal(expression, SearchRequestBuilder.Expression(Parse(given)));

    [Fact]
    public void Build_QuoteInACountry_CannotLeaveItsQuotes() =>
        Assert.Equal("SEARCH[Location](AREA[LocationCountry]COVERAGE[FullMatch]\"OR AREA[NCTId]x\")",
            SearchRequestBuilder.Build(Parse("?country=%22%20OR%20AREA[NCTId]x"), null).Filter.Advanced);

    [Fact]
    public void Build_PlaceWithDistance_BecomesACircle()
    {
        var request = SearchRequestBuilder.Build(Parse("?locn=Graz&distance=25"), new("Graz", "Graz, Austria", 47.07, 15.44));
        Assert.Null(request.QueryLocn);
        Assert.Equal("distance(47.07,15.44,25mi)", request.Filter.Geo);
    }

    [Theory]
    [InlineData("80km", 49.7)]
    [InlineData("25 mi", 25)]
    [InlineData("-1", 50)]
    [InlineData("9999", 500)]
    public void Miles_AreBounded(string given, double miles) => Assert.Equal(miles, SearchRequestBuilder.Miles(given), 1);

    private static SearchQuery Parse(string query) => SearchQuery.Parse(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
