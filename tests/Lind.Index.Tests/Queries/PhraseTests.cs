using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;
using Bytes = System.Text.Encoding;

namespace Lind.Index.Tests.Queries;

public sealed class PhraseTests
{
    [Theory]
    [InlineData(Coverage.EndsWith, "Diseases,diseases", new long[] { 2, 3 })]
    [InlineData(Coverage.FullMatch, "Diseases,diseases", new long[] { 2, 3 })]
    [InlineData(Coverage.Contains, "disease", new long[] { 4 })]
    [InlineData(Coverage.StartsWith, "Disease,disease", new long[] { 1, 4 })]
    public void Coverage_SlotOfSurfacesOfOneTerm_MatchesThoseOnly(Coverage coverage, string surfaces, long[] expected)
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema);
        var builder = writer.CreateBuilder();
        long key = 0;
        foreach (var surface in new[] { "Disease", "Diseases", "diseases", "disease" })
        {
            builder.Begin(++key);
            builder.BeginValue(0);
            builder.Token("disease"u8, Bytes.UTF8.GetBytes(surface));
            builder.EndValue();
            builder.End();
        }

        using var snapshot = writer.Commit();
        var slot = new PhraseSlot([.. surfaces.Split(',').Select(surface => new Term("disease"u8.ToArray(), Bytes.UTF8.GetBytes(surface)))]);
        var query = new PhraseQuery([slot], new FieldWeights(0)) { Coverage = coverage };

        Assert.Equal(expected, new Searcher(snapshot).Keys(query).Order());
    }

    [Fact]
    public void Phrase_AcrossTwoValues_DoesNotMatch()
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema);
        var builder = writer.CreateBuilder();
        builder.Begin(1);
        foreach (var value in new[] { "a b c", "d", "e f g" })
        {
            builder.BeginValue(0);
            foreach (var word in value.Split(' '))
            {
                builder.Token(Bytes.UTF8.GetBytes(word), Bytes.UTF8.GetBytes(word));
            }

            builder.EndValue();
        }

        builder.End();
        using var snapshot = writer.Commit();
        var searcher = new Searcher(snapshot);
        foreach (var (first, second) in new[] { ("c", "d"), ("d", "e"), ("b", "d"), ("b", "f"), ("a", "g"), ("c", "e") })
        {
            foreach (var ordered in new[] { true, false })
            {
                var query = new PhraseQuery([new PhraseSlot(Term.Of(first)), new PhraseSlot(Term.Of(second))], new FieldWeights(0))
                {
                    Slop = PhraseQuery.MaxSlop,
                    Ordered = ordered,
                };
                Assert.Empty(searcher.Keys(query));
            }
        }
    }
}
