using System.Text;
using Lind.Index.Segments;
using Lind.Search.Analysis;
using Lind.Search.Binding;

namespace Lind.Search.Serving;

/// <summary>Finds the values of a keyword column that consist of given words and nothing else, case and accents aside: what
/// <c>COVERAGE[FullMatch]</c> asks for, looked up instead of read from positions.</summary>
/// <remarks>600,000 studies: the values of a country or heading are found in a millisecond or two, where reading the positions of
/// frequent words took a tenth of a second and more the first time.</remarks>
internal static class WholeValues
{
    // Values that begin with anything but an ASCII letter or digit; their first word may begin later.
    private static readonly (byte[] From, byte[] Before)[] OddBeginnings =
        [([], "0"u8.ToArray()), (":"u8.ToArray(), "A"u8.ToArray()), ("["u8.ToArray(), "a"u8.ToArray()), ("{"u8.ToArray(), [])];

    /// <summary>The values; null when some word stands nowhere in the table as it is asked for, so that a search may fall back to
    /// other forms of it.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>>? Of(Snapshot snapshot, int table, int column, IReadOnlyList<QueryWord> words)
    {
        var surfaces = words.Select(word => Surfaces(snapshot, table, word)).ToArray();
        if (surfaces.Length == 0 || surfaces.Any(one => one.Count == 0))
        {
            return null;
        }

        var letters = Letters(string.Concat(words.Select(word => word.Folded)));
        var beginnings = surfaces[0].Select(surface => (From: surface, Before: After(surface))).Concat(OddBeginnings);
        var found = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var (from, before) in beginnings)
        {
            foreach (var value in snapshot.KeywordsBetween(table, column, from, before))
            {
                if (MayBe(value, letters) && Encoding.UTF8.GetString(value) is var text && Are(QueryWord.Of(text), words))
                {
                    found[text] = value;
                }
            }
        }

        return [.. found.Values];
    }

    private static List<byte[]> Surfaces(Snapshot snapshot, int table, QueryWord word)
    {
        var folded = word.Folded;
        return [.. word.OwnTerms.SelectMany(term => snapshot.Surfaces(table, Encoding.UTF8.GetBytes(term)))
            .Where(surface => TermForm.Folded(surface.Span) == folded).Select(surface => surface.ToArray())];
    }

    private static bool Are(IReadOnlyList<QueryWord> value, IReadOnlyList<QueryWord> words) => value.Count == words.Count
        && value.Zip(words).All(pair => pair.First.Folded == pair.Second.Folded && pair.Second.OwnTerms.Contains(pair.First.TermAsTyped));

    // The last byte of UTF-8 is never 255.
    private static byte[] After(byte[] prefix)
    {
        var after = (byte[])prefix.Clone();
        after[^1]++;
        return after;
    }

    // Cheap and never wrong: an ASCII value has the same letters and digits in the same order, or it is not the one.
    private static bool MayBe(ReadOnlySpan<byte> value, ReadOnlySpan<byte> letters)
    {
        var at = 0;
        foreach (var one in value)
        {
            if (one >= 0x80)
            {
                return true;
            }

            if (char.IsAsciiLetterOrDigit((char)one))
            {
                if (at == letters.Length || (one | (char.IsAsciiLetter((char)one) ? 0x20 : 0)) != letters[at])
                {
                    return false;
                }

                at++;
            }
        }

        return at == letters.Length;
    }

    private static byte[] Letters(string folded) =>
        [.. folded.Where(char.IsAsciiLetterOrDigit).Select(one => (byte)char.ToLowerInvariant(one))];
}
