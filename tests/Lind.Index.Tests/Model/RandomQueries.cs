using Lind.Index.Queries;
using Bytes = System.Text.Encoding;

namespace Lind.Index.Tests.Model;

/// <summary>Random queries of every kind over the model schema.</summary>
public sealed class RandomQueries(ModelWorld world)
{
    private Random Random => world.Random;

    public Query Next(int depth = 3, bool nested = false) => depth == 0 || Random.Next(3) == 0 ? Leaf(nested) : Random.Next(10) switch
    {
        0 or 1 => new AndQuery(Several(depth, nested)),
        2 or 3 => new OrQuery(Several(depth, nested)),
        4 => new BestQuery(Several(depth, nested), Random.Next(2) * 0.2f),
        5 => new NotQuery(Next(depth - 1, nested)),
        6 => new BonusQuery(Next(depth - 1, nested), Next(depth - 1, nested)),
        7 => new RaisedQuery(Next(depth - 1, nested), Next(depth - 1, nested)),
        8 => AsAsked(nested),
        _ => nested ? new BoostQuery(Next(depth - 1, nested), 2)
            : Random.Next(2) == 0 ? new ConstantQuery(Next(depth - 1, nested), 1)
            : new ColumnFactorQuery(Next(depth - 1, nested), ModelWorld.IntegerColumn, value => double.IsNaN(value) ? 0.5 : 1),
    };

    public FieldWeights Fields(bool nested)
    {
        var count = nested ? ModelWorld.NestedTextFields : ModelWorld.TextFields;
        var chosen = Enumerable.Range(0, count).Where(_ => Random.Next(2) == 0).DefaultIfEmpty(Random.Next(count));
        return new FieldWeights(chosen.Select(field => KeyValuePair.Create(field, 1 + Random.NextSingle())), Random.Next(-1, 3));
    }

    /// <summary>As a search for two words with synonyms is put: the words anywhere, better near each other, best side by side, or
    /// else other phrases.</summary>
    public BestQuery AsAsked(bool nested)
    {
        var fields = Fields(nested);
        PhraseSlot[] slots = [new(new Term(Utf8(world.Word()))), new(new Term(Utf8(world.Word())))];
        var apart = new BoostQuery(new AndQuery([.. slots.Select(slot => new AnyTermQuery(slot.Terms, fields))]), 0.5f);
        var near = new PhraseQuery(slots, fields) { Slop = 3 };
        Query[] others = [.. Enumerable.Range(0, Random.Next(4)).Select(_ => new BoostQuery(Phrase(nested), 0.6f))];
        var together = new RaisedQuery(near with { Slop = 0 }, [new OrQuery(apart, near), .. others]);
        return new BestQuery([new BonusQuery(apart, new OrQuery(near, together)), .. others]);
    }

    private List<Query> Several(int depth, bool nested) =>
        [.. Enumerable.Range(0, Random.Next(1, 4)).Select(_ => Next(depth - 1, nested))];

    private Query Leaf(bool nested) => Random.Next(nested ? 8 : 16) switch
    {
        0 => new TermQuery(Term(), Fields(nested)),
        1 => new AnyTermQuery([.. Enumerable.Range(0, Random.Next(1, 5)).Select(_ => Term())], Fields(nested)),
        2 or 3 => Phrase(nested),
        4 => new PrefixQuery(Utf8(Random.Next(2) == 0 ? "w1" : "v"), Fields(nested), 1000),
        5 => new FieldExistsQuery(Random.Next(nested ? ModelWorld.NestedTextFields : ModelWorld.TextFields)),
        6 => nested
            ? new DistanceQuery(ModelWorld.NestedPointColumn, 50, 5, Random.Next(50, 800) * 1000.0)
            : new NestedQuery(1, Next(2, nested: true), (NestedScore)Random.Next(3)),
        7 => new KeywordQuery(nested ? ModelWorld.NestedKeywordColumn : ModelWorld.KeywordColumn, Utf8(world.Keyword()), Utf8(world.Keyword())),
        8 => new IntegerQuery(ModelWorld.IntegerColumn, Random.Next(-60, 40), Random.Next(-40, 60)),
        9 => new RealQuery(ModelWorld.RealColumn, (Random.NextDouble() * 10) - 8, Random.NextDouble() * 8),
        10 => new RangeQuery(ModelWorld.RangeColumn, Random.Next(600), Random.Next(500, 1100), (RangeRelation)Random.Next(2)),
        11 => new KeywordQuery(ModelWorld.SingleKeywordColumn, Utf8(world.Keyword()), Utf8(world.Keyword())),
        12 => new ColumnExistsQuery(Random.Next(5)),
        13 => new KeywordPrefixQuery(ModelWorld.KeywordColumn, Utf8("k1")),
        14 => new KeyQuery([.. Enumerable.Range(0, 5).Select(_ => (long)Random.Next(400))]),
        _ => new KeyQuery([.. Enumerable.Range(0, 5).Select(part => (80L * part) + Random.Next(80))])
        {
            Scores = [.. Enumerable.Range(0, 5).Select(_ => Random.NextSingle() * 9)],
        },
    };

    private PhraseQuery Phrase(bool nested)
    {
        var slots = Enumerable.Range(0, Random.Next(1, 4)).Select(_ =>
            new PhraseSlot([.. Enumerable.Range(0, Random.Next(1, 3)).Select(_ => Term())])).ToArray();
        var phrase = new PhraseQuery(slots, Fields(nested));
        return Random.Next(3) switch
        {
            0 => phrase with { Coverage = (Coverage)Random.Next(4) },
            1 => phrase with { Slop = Random.Next(10), Ordered = true },
            _ => phrase with { Slop = Random.Next(10), Ordered = false },
        };
    }

    private Term Term()
    {
        var word = Random.Next(6) == 0 ? "v" + world.Word() : world.Word();
        return Random.Next(6) == 0
            ? new Term(Utf8(word), Utf8(Random.Next(2) == 0 ? word : word.ToUpperInvariant()))
            : new Term(Utf8(word));
    }

    private static ReadOnlyMemory<byte> Utf8(string text) => Bytes.UTF8.GetBytes(text);
}
