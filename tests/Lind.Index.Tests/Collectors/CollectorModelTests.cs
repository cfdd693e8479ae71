using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;

namespace Lind.Index.Tests.Collectors;

/// <summary>Orders, cursors, facets, histograms and scores against plain loops.</summary>
public sealed class CollectorModelTests : IDisposable
{
    private readonly List<ModelDocument> _documents = ModelIndex.Documents(11, 400);
    private readonly IndexWriter _writer = IndexWriter.Open(
        new MemoryDirectory(), ModelWorld.Schema, new IndexOptions { MergeInBackground = false });

    private readonly Snapshot _snapshot;
    private readonly Searcher _searcher;

    public CollectorModelTests()
    {
        ModelIndex.Add(_writer, _documents[..250]);
        _writer.Commit().Dispose();
        ModelIndex.Add(_writer, _documents[250..]);
        _snapshot = _writer.Commit();
        _searcher = new Searcher(_snapshot);
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _writer.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sort_ByIntegerColumn_MissingLastTiesByKey(bool descending)
    {
        var expected = _documents
            .OrderBy(document => document.Row.Integers.ContainsKey(ModelWorld.IntegerColumn) ? 0 : 1)
            .ThenBy(document => (descending ? -1 : 1) * document.Row.Integers.GetValueOrDefault(ModelWorld.IntegerColumn, [0])[0])
            .ThenBy(document => document.Key).Select(document => document.Key);
        var request = new SearchRequest { Query = Query.All, Limit = 1000, Sort = [new SortKey(ModelWorld.IntegerColumn, descending)] };

        Assert.Equal(expected, _searcher.Search(request).Hits.Select(hit => hit.Key));
    }

    [Fact]
    public void Keys_WithScores_ScoreAsGiven()
    {
        var keys = _documents.Select(document => document.Key).Distinct().Take(4).ToArray();
        var query = new BoostQuery(new KeyQuery([.. keys, 1_000_000]) { Scores = [3, 1, 4, 0, 9] }, 2);

        var hits = _searcher.Search(new SearchRequest { Query = query, Limit = 10 }).Hits;

        Assert.Equal([(keys[2], 8f), (keys[0], 6f), (keys[1], 2f), (keys[3], 0f)], hits.Select(hit => (hit.Key, hit.Score)));
        Assert.Equal("one of 5 documents, each with a score of its own", _searcher.Explain(query, keys[0])!.Parts[0].Text);
        Assert.Throws<ArgumentException>(() => _searcher.Count(new KeyQuery(keys) { Scores = [1, -1, 1, 1] }));
        Assert.Throws<ArgumentException>(() => _searcher.Count(new KeyQuery(keys) { Scores = [1] }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_PageByPage_GivesTheWholeOrderOnce(bool byScore)
    {
        var request = new SearchRequest
        {
            Query = new OrQuery(new TermQuery(Term.Of("w1"), Fields), new TermQuery(Term.Of("w2"), Fields)),
            Limit = 1000,
            Sort = byScore ? [] : [new SortKey(ModelWorld.SingleKeywordColumn), SortKey.Score],
        };
        var all = _searcher.Search(request).Hits.Select(hit => hit.Key).ToArray();
        var paged = new List<long>();
        SearchHit? after = null;
        while (_searcher.Search(request with { Limit = 7, After = after }) is { Hits.Count: > 0 } page)
        {
            Assert.Equal(all.Length, page.Total);
            paged.AddRange(page.Hits.Select(hit => hit.Key));
            after = page.Hits[^1];
        }

        Assert.Equal(all, paged);
    }

    [Theory]
    [InlineData(ModelWorld.KeywordColumn)]
    [InlineData(ModelWorld.SingleKeywordColumn)]
    public void Facets_OverMatches_CountEachDocumentOnce(int column)
    {
        var query = new TermQuery(Term.Of("w0"), Fields);
        var matches = _documents.Where(document => ModelEvaluator.Matches(query, document)).ToList();
        var expected = matches.SelectMany(document => document.Row.Keywords.GetValueOrDefault(column, []).Distinct())
            .GroupBy(value => value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, (long)group.Count())).ToArray();
        var result = _searcher.Search(new SearchRequest { Query = query, Facets = [new FacetRequest(column, 3)] }).Facets[0];

        Assert.Equal(expected.Take(3), result.Values.Select(value => (value.Text, value.Count)));
        Assert.Equal(expected.Length, result.Distinct);
        Assert.Equal(matches.Count(document => !document.Row.Keywords.ContainsKey(column)), result.Missing);
    }

    [Fact]
    public void Histogram_OverAll_SummarisesEveryValue()
    {
        var values = _documents.SelectMany(document => document.Row.Reals.GetValueOrDefault(ModelWorld.RealColumn, [])).ToList();
        var result = _searcher.Search(new SearchRequest
        {
            Query = Query.All,
            Histograms = [new HistogramRequest(ModelWorld.RealColumn, -5, 0, 5)],
        }).Histograms[0];

        Assert.Equal(values.Count, result.Values);
        Assert.Equal(values.Min(), result.Min);
        Assert.Equal(values.Max(), result.Max);
        Assert.Equal(values.Sum(), result.Sum, 6);
        Assert.Equal([values.Count(v => v >= -5 && v < 0), values.Count(v => v >= 0 && v < 5), values.Count(v => v >= 5)], result.Counts);
    }

    [Fact]
    public void TermScore_OneField_IsTheFormulaAndExplained()
    {
        const float k1 = 1.2f;
        var fields = new FieldWeights([new(0, 2f)], lengthGroup: -1, k1);
        var query = new TermQuery(Term.Of("w1"), fields);
        var rows = _documents.Count(document => document.Row.Text.Values.Any(field => field.Any(value => value.Any(token => token.Term == "w1"))));
        var idf = MathF.Log(1 + ((_documents.Count - rows + 0.5f) / (rows + 0.5f)));
        foreach (var hit in _searcher.Search(new SearchRequest { Query = query, Limit = 1000 }).Hits)
        {
            var count = _documents[(int)hit.Key].Row.Text[0].Sum(value => value.Count(token => token.Term == "w1"));
            var weight = 2f * (count >= 4 ? 6 : count);
            Assert.Equal(idf * (k1 + 1) * weight / (weight + k1), hit.Score, 4);
            Assert.Equal(hit.Score, _searcher.Explain(query, hit.Key)!.Score, 5);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TopHits_FewOfRandomQueries_AreTheFirstOfAll(int seed)
    {
        // With few hits wanted, bonuses of documents that cannot come in are left out; that must never show.
        var queries = new RandomQueries(new ModelWorld(seed));
        for (var i = 0; i < 150; i++)
        {
            var query = new BonusQuery(queries.Next(2), queries.Next(2));
            var all = _searcher.Search(new SearchRequest { Query = query, Limit = 1000 });
            var few = _searcher.Search(new SearchRequest { Query = query, Limit = 3 });
            Assert.Equal(all.Total, few.Total);
            Assert.Equal(all.Hits.Take(3).Select(hit => hit.Score), few.Hits.Select(hit => hit.Score));
            Assert.Equal(all.Hits.Take(3).Select(hit => hit.Key), few.Hits.Select(hit => hit.Key));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RaisedQuery_Matches_RankAboveAllOthers(int seed)
    {
        var world = new ModelWorld(seed);
        for (var i = 0; i < 50; i++)
        {
            var fields = new RandomQueries(world).Fields(nested: false);
            var phrase = new PhraseQuery([new PhraseSlot(Term.Of(world.Word())), new PhraseSlot(Term.Of(world.Word()))], fields) { Slop = 3 };
            Query[] others = [new TermQuery(Term.Of(world.Word()), fields), new BoostQuery(new TermQuery(Term.Of(world.Word()), fields), 3)];
            var own = _searcher.Keys(phrase).ToHashSet();
            var hits = _searcher.Search(new SearchRequest { Query = new BestQuery([new RaisedQuery(phrase, others), .. others]), Limit = 1000 }).Hits;

            Assert.Equal(own.Count, hits.TakeWhile(hit => own.Contains(hit.Key)).Count());
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void NearAndSideBySide_InOnePass_ScoreAsApart(int seed)
    {
        var world = new ModelWorld(seed);
        for (var i = 0; i < 60; i++)
        {
            string[] words = [.. Enumerable.Range(0, 2 + (i % 2)).Select(_ => world.Word())];
            PhraseSlot[] Slots() => [.. words.Select(word => new PhraseSlot(Term.Of(word)))];
            var fields = new RandomQueries(world).Fields(nested: false);
            var near = new PhraseQuery(Slots(), fields) { Slop = 1 + (i % 4) };
            var sideBySide = new RaisedQuery(new PhraseQuery(Slots(), fields), new TermQuery(Term.Of(words[0]), fields));
            var together = _searcher.Search(new SearchRequest { Query = new OrQuery(near, sideBySide), Limit = 1000 });
            var apart = _searcher.Search(new SearchRequest { Query = new OrQuery(near, new BoostQuery(sideBySide, 1)), Limit = 1000 });

            Assert.Equal(apart.Hits.Select(hit => (hit.Key, hit.Score)), together.Hits.Select(hit => (hit.Key, hit.Score)));
        }
    }

    [Fact]
    public void Search_CancelledWithin_LooksAtNoFurtherWindow()
    {
        using var cancellation = new CancellationTokenSource();
        var looked = 0;
        double Look(double value)
        {
            looked++;
            cancellation.Cancel();
            return 1;
        }

        // Two segments of one window each: the second is not begun.
        var request = new SearchRequest { Query = new ColumnFactorQuery(new ConstantQuery(Query.All, 1), ModelWorld.IntegerColumn, Look) };

        Assert.Throws<OperationCanceledException>(() => _searcher.Search(request, cancellation.Token));
        Assert.InRange(looked, 1, 250);
    }

    [Fact]
    public void Search_CancelledToken_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => _searcher.Count(Query.All, cancelled.Token));
    }

    private static FieldWeights Fields => new([new(0, 1f), new(1, 0.5f), new(2, 0.3f)], lengthGroup: 0);
}
