using Lind.Index.Encoding;
using Lind.Index.Postings;

namespace Lind.Index.Tests.Postings;

/// <summary>The log gives back each term's postings in the order they came, whatever their lengths.</summary>
public sealed class PostingLogTests
{
    [Theory]
    [InlineData(1, 40, 5_000)]
    [InlineData(2, 5_000_000, 70_000)]
    public void Sort_RandomPostings_GroupsThemByTermInOrder(int seed, int terms, int count)
    {
        var random = new Random(seed);
        var log = new PostingLog();
        var expected = new SortedDictionary<int, List<(int Row, byte[] Bytes)>>();
        for (var round = 0; round < 2; round++)
        {
            log.Clear();
            expected.Clear();
            for (var row = 0; row < count; row++)
            {
                var term = random.Next(terms);
                var bytes = new byte[random.Next(1, random.Next(2, 40))];
                random.NextBytes(bytes);
                Add(log, term, row, bytes);
                (expected.TryGetValue(term, out var list) ? list : expected[term] = []).Add((row, bytes));
            }

            Assert.Equal(expected.SelectMany(term => term.Value.Select(posting => (term.Key, posting.Row, Convert.ToHexString(posting.Bytes)))), Read(log, terms));
        }
    }

    private static void Add(PostingLog log, int term, int row, byte[] bytes)
    {
        if (bytes.Length > 8)
        {
            log.Add(term, row, bytes);
            return;
        }

        // What stands in the word behind the posting does not count.
        var word = new byte[8];
        bytes.CopyTo(word, 0);
        log.AddWord(term, row, BitConverter.ToUInt64(word), bytes.Length);
    }

    private static List<(int Term, int Row, string Bytes)> Read(PostingLog log, int terms)
    {
        var postings = new List<(int, int, string)>();
        foreach (var entry in log.Sort(terms))
        {
            var bytes = new ByteBuffer();
            log.CopyBytes((int)(entry & uint.MaxValue), bytes);
            postings.Add(((int)(entry >> 32), log.RowOf((int)(entry & uint.MaxValue)), Convert.ToHexString(bytes.Written)));
        }

        return postings;
    }
}
