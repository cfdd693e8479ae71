using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;

namespace Lind.Index.Tests.Queries;

/// <summary>A search for a few hits leaves out what cannot be among them: its hits must be those of a search for all, to the
/// last digit of their scores, whatever was asked before.</summary>
public sealed class FirstHitsTests
{
    private const int Few = 3;

    [Theory, MemberData(nameof(Seeds))]
    public void Search_FewHits_AreTheFirstOfAll(int seed)
    {
        var world = new ModelWorld(seed);
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema, new IndexOptions { MergeInBackground = false });
        var builder = writer.CreateBuilder();
        for (var segment = 0; segment < 8; segment++)
        {
            for (var i = 0; i < 60; i++)
            {
                ModelWorld.Write(world.Document(world.Random.Next(600)), builder);
            }

            using var published = writer.Commit();
        }

        using var snapshot = writer.OpenSnapshot();
        var searcher = new Searcher(snapshot);
        var queries = new RandomQueries(world);
        for (var i = 0; i < 80; i++)
        {
            var query = i % 2 == 0 ? queries.AsAsked(nested: false) : queries.Next();
            var request = new SearchRequest
            {
                Query = query,
                Limit = Few,
                Facets = [new FacetRequest(ModelWorld.KeywordColumn)],
                Histograms = [new HistogramRequest(ModelWorld.RealColumn, -5, 0, 5)],
            };
            var first = searcher.Search(request);
            SameSummary(OnOneThread(searcher, request), first);
            SameSummary(GivingWay(searcher, request), first);
            var all = searcher.Search(request with { Limit = 1000 });
            searcher.Remember(query, TestContext.Current.CancellationToken);
            var again = searcher.Search(request);

            Same(all.Hits.Take(Few), first.Hits, query);
            Same(all.Hits.Take(Few), again.Hits, query);
            Assert.Equal(all.Total, first.Total);
            Assert.Equal(all.Total, again.Total);
            if (first.Hits.Count == Few)
            {
                Same(all.Hits.Skip(Few).Take(Few), searcher.Search(request with { After = first.Hits[^1] }).Hits, query);
            }
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    private static void Same(IEnumerable<SearchHit> expected, IEnumerable<SearchHit> found, Query query) => Assert.True(
        expected.Select(hit => (hit.Key, hit.Score)).SequenceEqual(found.Select(hit => (hit.Key, hit.Score))),
        $"{QueryModelTests.Show(query)}\n{Show(expected)}\n{Show(found)}");

    private static SearchResult OnOneThread(Searcher searcher, SearchRequest request)
    {
        var before = Cores.Most;
        Cores.Most = 0;
        try
        {
            return searcher.Search(request);
        }
        finally
        {
            Cores.Most = before;
        }
    }

    private static SearchResult GivingWay(Searcher searcher, SearchRequest request)
    {
        Searcher.GivesWay = true;
        try
        {
            return searcher.Search(request);
        }
        finally
        {
            Searcher.GivesWay = false;
        }
    }

    private static void SameSummary(SearchResult expected, SearchResult found)
    {
        Assert.Equal(expected.Hits.Select(hit => (hit.Key, hit.Score)), found.Hits.Select(hit => (hit.Key, hit.Score)));
        Assert.Equal(expected.Facets[0].Values.Select(value => (value.Text, value.Count)), found.Facets[0].Values.Select(value => (value.Text, value.Count)));
        Assert.Equal(expected.Facets[0].Missing, found.Facets[0].Missing);
        var (one, other) = (expected.Histograms[0], found.Histograms[0]);
        Assert.Equal(one.Counts, other.Counts);
        Assert.Equal((one.Values, one.Missing, one.Min, one.Max, one.Sum), (other.Values, other.Missing, other.Min, other.Max, other.Sum));
    }

    private static string Show(IEnumerable<SearchHit> hits) => string.Join(' ', hits.Select(hit => $"{hit.Key}:{hit.Score:R}"));
}
