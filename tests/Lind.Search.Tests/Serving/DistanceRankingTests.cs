using System.Globalization;
using System.Text;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Search.Tests.Serving;

/// <summary>Ranking around a place, where a page is told from the first few hits, against all hits ranked one by one: 900 studies
/// with one to three sites, their words more and less often.</summary>
public sealed class DistanceRankingTests : IDisposable
{
    private const string Everywhere = "func:linear,scale:1mi,offset:20000mi,decay:0.5";
    private readonly TempFolder _folder = new();
    private readonly SearchIndex _index;

    public DistanceRankingTests()
    {
        var random = new Random(7);
        _index = SearchIndex.Open(_folder.Path);
        _index.Rebuild(Enumerable.Range(1, 900).Select(number => Study(number, random)).ToArray());
    }

    [Theory]
    [InlineData("func:exp,scale:300mi,offset:0mi,decay:0.5", 500)] // the registry's own: hits near the top suffice
    [InlineData("func:gauss,scale:60mi,offset:5mi,decay:0.1", 500)] // distance decides: all have to be seen
    [InlineData("func:linear,scale:100mi,offset:0mi,decay:0.01", 500)] // far ones have no score left
    [InlineData("func:exp,scale:50mi,offset:0mi,decay:0.3", 60)]
    public void Pages_AreThoseOfAllHitsRankedByHand(string decay, int miles)
    {
        var expected = Ask(Everywhere, miles, pageSize: 1000).Hits
            .Select(hit => (hit.NctId, Score: (float)(hit.Score * Factor(decay, hit.NearestSite!.DistanceMiles))))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.NctId.Number).ToArray();
        Assert.True(expected.Length > (miles > 400 ? 400 : 20));

        var walked = new List<StudyHit>();
        for (string? cursor = null; walked.Count < Math.Min(expected.Length, 120);)
        {
            var page = Ask(decay, miles, pageSize: 7, cursor);
            walked.AddRange(page.Hits);
            cursor = page.NextCursor;
            Assert.Equal(expected.Length, page.TotalCount);
        }

        // The distance shown is the record's own, the one ranked by is the index's, a little coarser: neighbours may change places.
        Assert.Equal(walked.Count, walked.Select(hit => hit.NctId).Distinct().Count());
        Assert.All(walked.Zip(expected), pair => Assert.Equal(pair.Second.Score, pair.First.Score, 1e-3 * expected[0].Score));
        Assert.Equal(walked.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.NctId.Number).Select(hit => hit.NctId), walked.Select(hit => hit.NctId));
        Assert.Equal(walked.Take(50).Select(hit => hit.NctId), Ask(decay, miles, pageSize: 50).Hits.Select(hit => hit.NctId));
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    private StudySearchAnswer Ask(string decay, int miles, int pageSize, string? cursor = null) => _index.Search(new StudySearchRequest
    {
        QueryTerm = "heart",
        Filter = new StudyFilters { Geo = string.Create(CultureInfo.InvariantCulture, $"distance(45,5,{miles}mi)") },
        GeoDecay = decay,
        PageSize = pageSize,
        Cursor = cursor,
        CountTotal = true,
    }).Answer!;

    private static double Factor(string decay, double miles)
    {
        var parts = decay.Split(':', ',');
        double Of(int at) => double.Parse(parts[at].Replace("mi", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var (scale, offset, least) = (Of(3), Of(5), Of(7));
        var beyond = Math.Max(0, miles - offset) / scale;
        return parts[1] switch
        {
            "gauss" => Math.Pow(least, beyond * beyond),
            "linear" => Math.Max(0, 1 - (beyond * (1 - least))),
            _ => Math.Pow(least, beyond),
        };
    }

    private static StudyRecord Study(int number, Random random)
    {
        var id = NctId.FromNumber(number);
        var title = string.Join(' ', Enumerable.Repeat("heart", random.Next(1, 6)).Concat(Enumerable.Repeat("study", random.Next(0, 9))));
        var sites = string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Create(CultureInfo.InvariantCulture,
            $"{{\"city\":\"Town\",\"country\":\"France\",\"geoPoint\":{{\"lat\":{45 + (random.NextDouble() * 8) - 4:F3},\"lon\":{5 + (random.NextDouble() * 10) - 5:F3}}}}}")));
        return new StudyRecord(id, Encoding.UTF8.GetBytes(
            $"{{\"protocolSection\":{{\"identificationModule\":{{\"nctId\":\"{id}\",\"briefTitle\":\"{title}\"}},"
            + $"\"contactsLocationsModule\":{{\"locations\":[{sites}]}}}}}}"));
    }
}
