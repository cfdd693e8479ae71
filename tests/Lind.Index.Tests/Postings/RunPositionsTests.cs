using Lind.Index.Postings;
using Lind.Index.Schemas;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Terms;
using Bytes = System.Text.Encoding;

namespace Lind.Index.Tests.Postings;

/// <summary>Reading whole runs finds the same hits as reading row by row.</summary>
public sealed class RunPositionsTests
{
    // More fields than have codes of a byte, and more codes in a row than fit a slot.
    private const int Fields = 80;
    private const int AsideFrom = 76;
    private const int Rows = 700;

    private static readonly IndexSchema Schema = new(new TableSchema(
        "rows", Enumerable.Range(0, Fields).Select(i => new TextField($"f{i}", 0, i >= AsideFrom)), []));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void HitsOf_AnyRow_AreThoseReadRowByRow(int seed)
    {
        var random = new Random(seed);
        using var writer = IndexWriter.Open(new MemoryDirectory(), Schema);
        var builder = writer.CreateBuilder();
        for (var key = 1; key <= Rows; key++)
        {
            builder.Begin(key);
            Write(random, builder);
            builder.End();
        }

        using var snapshot = writer.Commit();
        var table = Assert.Single(snapshot.Segments).Reader.Tables[0];
        foreach (var word in new[] { "common", "often", "rare", "zz" })
        {
            foreach (var step in new[] { 1, 3, 40 })
            {
                Compare(table, Bytes.UTF8.GetBytes(word), step);
            }
        }
    }

    private static void Write(Random random, DocumentBuilder builder)
    {
        var fields = random.Next(10) == 0 ? Fields : random.Next(1, 12);
        foreach (var field in Enumerable.Range(0, Fields).OrderBy(_ => random.Next()).Take(fields).Order())
        {
            builder.BeginValue(field);
            var words = random.Next(4) == 0 ? 1 : random.Next(2, random.Next(20) == 0 ? 4000 : 40);
            for (var i = 0; i < words; i++)
            {
                var word = random.Next(8) switch { 0 or 1 => "common", 2 => "often", 3 => random.Next(60) == 0 ? "rare" : "x", _ => "zz" };
                builder.Token(Bytes.UTF8.GetBytes(word), Bytes.UTF8.GetBytes(random.Next(5) == 0 ? word.ToUpperInvariant() : word));
            }

            builder.EndValue();
        }
    }

    private static void Compare(TableReader table, byte[] term, int step)
    {
        Assert.True(table.Dictionary.TryFind(term, out var place));
        var marks = Enumerable.Range(0, Fields).Select(field => 1UL << (field % 64)).ToArray();
        var runs = new RunPositions(table.Positions, term, null, place, table.ProfileSlots, table.Layout, marks);
        var single = new PositionReader();
        single.Reset(table.Positions, term, place, table.FrequentProfiles, table.Layout);
        var cursor = new PostingsCursor();
        cursor.Reset(table.Postings, place);
        for (var block = 0; block < cursor.Blocks; block++)
        {
            cursor.Load(block);
            for (var i = block % step; i < cursor.Count; i += step)
            {
                single.Read(cursor, i);
                var expected = new List<ulong>();
                var expectedMarks = 0UL;
                foreach (var hit in single.Hits)
                {
                    if (hit.Field < AsideFrom)
                    {
                        var look = (single.Symbols.IsFirst(hit.Symbol) ? 1UL : 0) | (single.Symbols.IsLast(hit.Symbol) ? 2UL : 0);
                        expected.Add(((ulong)hit.Field << 40) | ((ulong)hit.Position << 8) | look);
                        expectedMarks |= marks[hit.Field];
                    }
                }

                Assert.Equal(expectedMarks, runs.MarksOf(cursor, i));
                Assert.Equal(expected, runs.HitsOf(cursor, i).ToArray());
            }
        }
    }
}
