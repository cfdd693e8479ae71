using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;

namespace Lind.Index.Tests.Queries;

/// <summary>Every operator against plain loops, on random documents spread over several segments.</summary>
public sealed class QueryModelTests
{
    [Theory, MemberData(nameof(Seeds))]
    public void Search_RandomQueries_FindsWhatPlainLoopsFind(int seed)
    {
        var world = new ModelWorld(seed);
        var documents = new Dictionary<long, ModelDocument>();
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema, new IndexOptions { MergeInBackground = false });
        var builder = writer.CreateBuilder();
        for (var segment = 0; segment < 3; segment++)
        {
            for (var i = 0; i < 150; i++)
            {
                var document = world.Document(world.Random.Next(400));
                documents[document.Key] = document;
                ModelWorld.Write(document, builder);
            }

            using var published = writer.Commit();
        }

        using var snapshot = writer.OpenSnapshot();
        Assert.Equal(documents.Count, snapshot.DocumentCount);
        Compare(new Searcher(snapshot), documents, new RandomQueries(world), 100);

        writer.MergeAll();
        using var merged = writer.OpenSnapshot();
        Assert.Equal(documents.Count, merged.DocumentCount);
        merged.Verify();
        Compare(new Searcher(merged), documents, new RandomQueries(world), 100);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    private static void Compare(Searcher searcher, Dictionary<long, ModelDocument> documents, RandomQueries queries, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var query = queries.Next();
            var expected = documents.Values.Where(document => ModelEvaluator.Matches(query, document))
                .Select(document => document.Key).Order().ToArray();
            var found = searcher.Keys(query).Order().ToArray();
            Assert.True(expected.SequenceEqual(found), $"query {i}: {Show(query)}\nmissing {string.Join(' ', expected.Except(found))}\nwrong {string.Join(' ', found.Except(expected))}");
            var result = searcher.Search(new SearchRequest { Query = query, Limit = 1000 });
            Assert.Equal(expected, result.Hits.Select(hit => hit.Key).Order());
            Assert.Equal(expected.Length, result.Total);
        }
    }

    internal static string Show(Query query) => query switch
    {
        AndQuery and => $"and({string.Join(", ", and.Children.Select(Show))})",
        OrQuery or => $"or({string.Join(", ", or.Children.Select(Show))})",
        BestQuery best => $"best({string.Join(", ", best.Children.Select(Show))})",
        NotQuery not => $"not({Show(not.Child)})",
        BonusQuery bonus => $"bonus({Show(bonus.Required)}, {Show(bonus.Bonus)})",
        NestedQuery nested => $"nested({Show(nested.Child)})",
        TermQuery term => $"term({Show(term.Term)} in {string.Join(' ', term.Fields.Fields)})",
        PhraseQuery phrase => $"phrase({string.Join(' ', phrase.Slots.Select(slot => string.Join('|', slot.Terms.Select(Show))))} "
            + $"in {string.Join(' ', phrase.Fields.Fields)} slop {phrase.Slop} {phrase.Ordered} {phrase.Coverage})",
        _ => query.ToString(),
    };

    private static string Show(Term term) => System.Text.Encoding.UTF8.GetString(term.Bytes.Span)
        + (term.Surface is { } surface ? "/" + System.Text.Encoding.UTF8.GetString(surface.Span) : "");
}
