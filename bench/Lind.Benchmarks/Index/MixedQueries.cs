using System.Text;
using System.Text.Json;
using Lind.Index.Queries;
using Lind.Index.Segments;

namespace Lind.Benchmarks.Index;

/// <summary>200 queries of ten kinds, made from the records themselves with a fixed seed.</summary>
internal static class MixedQueries
{
    internal static IReadOnlyList<(string Kind, Query Query)> Make(JsonCorpus corpus, Snapshot snapshot)
    {
        var random = new Random(42);
        var area = Area(corpus);
        var words = Phrases(corpus, random);
        var queries = new List<(string, Query)>();
        ReadOnlyMemory<byte>[] Pick() => words[random.Next(words.Count)];
        Term Word() => new(Pick()[0]);
        for (var i = 0; i < 40; i++)
        {
            queries.Add(("word", new TermQuery(Word(), area)));
        }

        for (var i = 0; i < 40; i++)
        {
            queries.Add(("and", new AndQuery(new TermQuery(Word(), area), new TermQuery(Word(), area))));
        }

        for (var i = 0; i < 30; i++)
        {
            queries.Add(("phrase", new PhraseQuery([.. Pick().Take(2 + random.Next(2)).Select(word => new PhraseSlot(new Term(word)))], area)));
        }

        for (var i = 0; i < 20; i++)
        {
            queries.Add(("fielded", new AndQuery(new TermQuery(Word(), new FieldWeights(random.Next(60))), new TermQuery(Word(), area))));
        }

        for (var i = 0; i < 20; i++)
        {
            queries.Add(("or", new OrQuery([.. Enumerable.Range(0, 4).Select(_ => (Query)new TermQuery(Word(), area))])));
        }

        for (var i = 0; i < 15; i++)
        {
            queries.Add(("filtered", new AndQuery(
                new TermQuery(Word(), area), new KeywordQuery(0, "RECRUITING"u8.ToArray(), "COMPLETED"u8.ToArray()),
                new RangeQuery(9, 2015 * 366, 2030 * 366))));
        }

        for (var i = 0; i < 15; i++)
        {
            var sites = new FieldWeights([new(0, 1f), new(1, 1f), new(2, 1f), new(3, 1f)]);
            var country = new[] { "france", "germany", "canada", "china", "spain" }[i % 5];
            queries.Add(("nested", new AndQuery(
                new TermQuery(Word(), area),
                new NestedQuery(1, new AndQuery(new TermQuery(Term.Of(country), sites), new NotQuery(new TermQuery(Term.Of("hospital"), sites)))))));
        }

        for (var i = 0; i < 10; i++)
        {
            queries.Add(("geo", new AndQuery(
                new TermQuery(Word(), area), new NestedQuery(1, new DistanceQuery(2, 40 + (i % 5), -75 + i, 80_000)))));
        }

        for (var i = 0; i < 10; i++)
        {
            var term = Word();
            queries.Add(("expanded", new BestQuery(
                [new TermQuery(term, area), .. Enumerable.Range(0, 4).Select(_ => (Query)new BoostQuery(
                    new PhraseQuery([.. Pick().Take(2).Select(word => new PhraseSlot(new Term(word)))], area), 0.8f))], 0.1f)));
        }

        return queries;
    }

    /// <summary>57 of the most frequent fields, weighted.</summary>
    private static FieldWeights Area(JsonCorpus corpus) => new(
        Enumerable.Range(0, Math.Min(57, corpus.FieldNames.Count))
            .Select(field => KeyValuePair.Create(field, 0.1f + (0.9f * ((field * 7) % 57) / 57))), lengthGroup: 0);

    /// <summary>Runs of up to three words out of titles, conditions and keywords.</summary>
    private static List<ReadOnlyMemory<byte>[]> Phrases(JsonCorpus corpus, Random random)
    {
        var phrases = new List<ReadOnlyMemory<byte>[]>();
        foreach (var record in corpus.Records(1500))
        {
            using var json = JsonDocument.Parse(record);
            var protocol = json.RootElement.GetProperty("protocolSection");
            var title = protocol.GetProperty("identificationModule").GetProperty("briefTitle").GetString()!;
            var words = new string([.. title.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
                .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToArray();
            var start = random.Next(Math.Max(1, words.Length - 3));
            var run = words.Skip(start).Take(3).Select(word => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(word)).ToArray();
            if (run.Length == 3 && words[start].Length > 3)
            {
                phrases.Add(run);
            }
        }

        return phrases;
    }
}
