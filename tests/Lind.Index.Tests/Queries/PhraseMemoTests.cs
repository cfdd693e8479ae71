using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;

namespace Lind.Index.Tests.Queries;

public sealed class PhraseMemoTests
{
    [Fact]
    public void Search_AskedAgain_GivesTheSameHitsAndScores()
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema, new IndexOptions { MergeInBackground = false });
        ModelIndex.Add(writer, ModelIndex.Documents(5, 300));
        using var snapshot = writer.Commit();
        var searcher = new Searcher(snapshot);
        foreach (var slop in new[] { 0, 3 })
        {
            var phrase = new PhraseQuery([new PhraseSlot(Term.Of("w0")), new PhraseSlot(Term.Of("w1"), Term.Of("w2"))], new FieldWeights([new(0, 2f), new(2, 1f)], 0))
            {
                Slop = slop,
            };
            var request = new SearchRequest { Query = phrase, Limit = 1000 };
            var narrower = request with { Query = new AndQuery(phrase, new TermQuery(Term.Of("w3"), new FieldWeights(1)), new TermQuery(Term.Of("w4"), new FieldWeights(0))) };
            var withinBefore = searcher.Search(narrower);
            var first = searcher.Search(request);
            var again = searcher.Search(request);
            var within = searcher.Search(narrower);

            Assert.NotEmpty(first.Hits);
            Assert.Equal(first.Hits.Select(hit => (hit.Key, hit.Score)), again.Hits.Select(hit => (hit.Key, hit.Score)));
            Assert.Equal(withinBefore.Hits.Select(hit => (hit.Key, hit.Score)), within.Hits.Select(hit => (hit.Key, hit.Score)));
            Assert.Subset(first.Hits.Select(hit => hit.Key).ToHashSet(), within.Hits.Select(hit => hit.Key).ToHashSet());
        }
    }

    [Fact]
    public void Remember_PhraseThatWasLookedForInPart_IsFoundWhole()
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema, new IndexOptions { MergeInBackground = false });
        ModelIndex.Add(writer, ModelIndex.Documents(5, 300));
        using var snapshot = writer.Commit();
        var memo = PhraseMemo.Of(snapshot.Segments[0].Reader.Tables[0]);
        var phrase = new PhraseQuery([new PhraseSlot(Term.Of("w0")), new PhraseSlot(Term.Of("w1"))], new FieldWeights(0));
        var query = new AndQuery(new TermQuery(Term.Of("w9"), new FieldWeights(0)), phrase);
        var searcher = new Searcher(snapshot);
        var before = searcher.Search(new SearchRequest { Query = query });
        Assert.False(memo.TryFind(phrase, false, out _));

        searcher.Remember(query, TestContext.Current.CancellationToken);

        Assert.True(memo.TryFind(phrase, false, out var found));
        Assert.Equal(searcher.Count(phrase, TestContext.Current.CancellationToken), found.Rows.Length);
        Assert.InRange(searcher.Remembered, double.Epsilon, 1);
        Assert.Equal(before.Hits.Select(hit => (hit.Key, hit.Score)), searcher.Search(new SearchRequest { Query = query }).Hits.Select(hit => (hit.Key, hit.Score)));
    }

    [Fact]
    public void Remember_WhenStopped_Throws()
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema, new IndexOptions { MergeInBackground = false });
        ModelIndex.Add(writer, ModelIndex.Documents(5, 300));
        using var snapshot = writer.Commit();
        var phrase = new PhraseQuery([new PhraseSlot(Term.Of("w0")), new PhraseSlot(Term.Of("w1"))], new FieldWeights(0));

        Assert.Throws<OperationCanceledException>(() => new Searcher(snapshot).Remember(phrase, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Add_MoreThanFits_ForgetsTheLeastRecentlyAsked()
    {
        var memo = new PhraseMemo(rows: 1_000_000);
        var phrases = Enumerable.Range(0, 6).Select(i =>
            new PhraseQuery([new PhraseSlot(Term.Of($"a{i}")), new PhraseSlot(Term.Of("b"))], new FieldWeights(0))).ToArray();
        var rows = (int)(PhraseMemo.MostBytes / 5 / 8);
        foreach (var phrase in phrases[..4])
        {
            memo.Add(phrase, new FoundPhrase(new int[rows], new float[rows], [], rows));
        }

        Assert.True(memo.TryFind(phrases[0], false, out _));
        memo.Add(phrases[4], new FoundPhrase(new int[rows], new float[rows], [], rows));
        memo.Add(phrases[5], new FoundPhrase([1], [1], [], 1));

        Assert.True(memo.TryFind(phrases[0], false, out _));
        Assert.False(memo.TryFind(phrases[1], false, out _));
        Assert.True(memo.TryFind(phrases[5], false, out var found));
        Assert.Equal([1], found.Rows);
        Assert.False(memo.TryFind(phrases[5] with { Slop = 1 }, false, out _));
    }
}
