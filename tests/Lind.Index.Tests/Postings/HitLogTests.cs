using System.Runtime.InteropServices;
using Lind.Index.Encoding;
using Lind.Index.Postings;
using Utf8 = System.Text.Encoding;

namespace Lind.Index.Tests.Postings;

/// <summary>The log gives back each term's hits in the order they came; postings of them have their hits in order and the right
/// profiles.</summary>
public sealed class HitLogTests
{
    [Theory]
    [InlineData(1, 40, 5_000)]
    [InlineData(2, 5_000_000, 70_000)]
    public void Sort_RandomHits_GroupsThemByTermInOrder(int seed, int terms, int count)
    {
        var random = new Random(seed);
        var log = new HitLog();
        for (var round = 0; round < 2; round++)
        {
            log.CutFrom(0);
            var expected = new List<(int Term, int Position)>();
            for (var position = 0; position < count; position++)
            {
                var term = random.Next(terms);
                log.Add(new BufferedHit(term, 0, position, 0));
                expected.Add((term, position));
            }

            var sorted = log.Sort(terms).ToArray();
            Assert.Equal(expected.OrderBy(hit => hit.Term), sorted.Select(hit => (hit.Term, hit.Position)));
        }
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 40)]
    public void Find_RandomPostings_AreOrderedByPlaceAndCountedByField(int seed, int mostHits)
    {
        const int Fields = 5;
        var random = new Random(seed);
        var finder = new PostingFinder(Fields);
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; round < 3; round++)
        {
            BufferedHit[] hits = [.. Enumerable.Range(0, 200).SelectMany(posting => Enumerable.Range(0, random.Next(1, mostHits)).Select(
                _ => new BufferedHit(posting / 7, Place(posting % 7, random.Next(Fields)), random.Next(100), 0)))];
            var postings = hits.GroupBy(hit => (hit.Term, hit.Row)).ToArray();
            var expected = postings.Select(posting => posting.Select(hit => (hit.Field, hit.Position)).Order().ToArray()).ToArray();

            finder.Find(hits);

            Assert.Equal(postings.Length, finder.Count);
            Assert.Equal(postings.Select(posting => posting.Key.Term).Distinct().Count(), finder.TermCount);
            for (var i = 0; i < finder.Count; i++)
            {
                var found = hits[finder.Starts[i]..finder.Starts[i + 1]];
                Assert.Equal(expected[i], found.Select(hit => (hit.Field, hit.Position)));
                var codes = string.Join(' ', found.GroupBy(hit => hit.Field).Select(field => HitProfile.Code(field.Key, field.Count())));
                Assert.Equal(codes, Codes(finder, finder.Numbers[i]));
                uses[codes] = uses.GetValueOrDefault(codes) + 1;
            }
        }

        Assert.Equal(uses.Count, finder.Profiles.Count);
        Assert.All(Enumerable.Range(0, finder.Profiles.Count), i => Assert.Equal(uses[Codes(finder, i)], finder.ProfileCounts[i]));
    }

    [Fact]
    public void Find_ManyWordsOfAText_AsEachAlone()
    {
        var random = new Random(3);
        var table = new WordTable();
        var looks = new WordLooks();
        for (var round = 0; round < 200; round++)
        {
            var words = Enumerable.Range(0, random.Next(WordLooks.Most))
                .Select(_ => new string((char)('a' + random.Next(3)), random.Next(1, 24)) + random.Next(4)).ToArray();
            var text = Utf8.UTF8.GetBytes(string.Join(' ', words));
            var places = new TextWord[words.Length];
            for (int i = 0, at = 0; i < words.Length; at += words[i].Length + 1, i++)
            {
                places[i] = new TextWord { Start = at, End = at + words[i].Length };
            }

            long[] expected = [.. words.Select(word => table.Find(Utf8.UTF8.GetBytes(word)))];
            looks.Find(table, text, places);
            Assert.Equal(expected, places.Select(place => place.Token));
            if (words.Length > 0 && table.Find(Utf8.UTF8.GetBytes(words[0])) < 0)
            {
                table.Add(Utf8.UTF8.GetBytes(words[0]), ((long)round << 33) | (uint)words[0].Length);
            }
        }
    }

    private static uint Place(int row, int field) => ((uint)row << HitLog.FieldBits) | (uint)field;

    private static string Codes(PostingFinder finder, int profile) =>
        string.Join(' ', MemoryMarshal.Cast<byte, ushort>(finder.Profiles[profile]).ToArray());
}
