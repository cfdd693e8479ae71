using System.Text;
using Lind.Index.Vectors;
using Lind.Search.Analysis;

namespace Lind.Search.Similarity;

/// <summary>Words as 64-bit hashes, and the 24-bit key under which a term stands in a vector.</summary>
/// <remarks>Two terms may share a key; with some millions of terms that is rare enough not to move a ranking, and no
/// sentence shown to a person is ever taken from a key.</remarks>
internal static class TermHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    // Words that say nothing about what a study is about, being in nearly every record.
    private static readonly HashSet<ulong> Silent = [.. Of(
        "a an and are as at be by for from in is it of on or that the this to was were will with not no who which have "
        + "has been than then these those their its can may other into during after before between both each all any "
        + "more most such also if but using used use via per within study patient trial clinical subject participant "
        + "group treatment")];

    /// <summary>The hashes of a text's words, in order; 0 stands for a word that says nothing.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="words">Receives the hashes.</param>
    /// <param name="letters">Whether single letters say something, as in "hepatitis B"; else they do not.</param>
    /// <param name="memo">Remembers words, for whoever reads many texts.</param>
    public static void Read(ReadOnlySpan<byte> text, List<ulong> words, bool letters = false, WordMemo? memo = null)
    {
        words.Clear();
        var reader = new WordReader(text);
        while (reader.Next())
        {
            var (hash, kind) = memo is null ? Of(reader.Word) : memo.Of(reader.Word);
            if (kind != WordKind.Mark)
            {
                words.Add(kind == WordKind.Telling || (kind == WordKind.Letter && letters) ? hash : 0);
            }
        }
    }

    /// <summary>The hashes of a text's words.</summary>
    public static List<ulong> Of(string text, bool letters = false)
    {
        var words = new List<ulong>();
        Read(Encoding.UTF8.GetBytes(text), words, letters);
        return words;
    }

    /// <summary>The hash of a word's term, and what the word tells.</summary>
    public static (ulong Hash, WordKind Kind) Of(ReadOnlySpan<byte> word)
    {
        Span<byte> term = stackalloc byte[256];
        var length = TermForm.Of(word, term);
        if (length == 0)
        {
            return (0, WordKind.Mark);
        }

        var hash = Hash(term[..length]);
        return (hash, length == 1 && !char.IsAsciiDigit((char)term[0]) ? WordKind.Letter
            : Silent is not null && Silent.Contains(hash) ? WordKind.Silent
            : WordKind.Telling);
    }

    /// <summary>The hash of a sequence: of a pair of words, of a heading's words.</summary>
    public static ulong Join(ulong left, ulong right) => unchecked(((left ^ (right >> 29)) * Prime) + (right * 0x9E3779B97F4A7C15));

    /// <summary>The key of a hash.</summary>
    public static int Key(ulong hash) => (int)(Mix(hash) >> 40);

    /// <summary>The key of a heading of the tree.</summary>
    public static int HeadingKey(int heading) => Key(unchecked(((ulong)heading + 1) * 0xD6E8FEB86659FD93));

    /// <summary>The hash of bytes.</summary>
    public static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = Offset;
        foreach (var value in bytes)
        {
            hash = unchecked((hash ^ value) * Prime);
        }

        return hash == 0 ? 1 : hash;
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    static TermHash() => System.Diagnostics.Debug.Assert(PackedEntry.Keys == 1 << 24, "Keys have 24 bits.");
}
