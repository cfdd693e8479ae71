using System.Buffers;
using System.Text;

namespace Lind.Search.Analysis;

/// <summary>From a word as written to the term it is indexed under.</summary>
/// <remarks>Case, accents, possessives, plurals and British spelling fall together; nothing else does: this is the
/// registry's EXPANSION[Term], and no stemmer that would join "organ" and "organic".</remarks>
internal static class TermForm
{
    private static readonly SearchValues<byte> NumberCharacters = SearchValues.Create("0123456789.,"u8);
    private const int Room = WordReader.LongestWord * 4;

    /// <summary>Writes the term of a word (UTF-8) and returns its length; 0 when nothing is left.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="target">At least 256 bytes.</param>
    public static int Of(ReadOnlySpan<byte> word, Span<byte> target)
    {
        if (IsNumber(word))
        {
            return WithoutCommas(word, target);
        }

        Span<char> folded = stackalloc char[Room];
        var length = Fold(word, folded, out var acronymWithS);
        length = StripApostrophes(folded, length);
        if (!acronymWithS)
        {
            length = LightPlural.Singular(folded, length);
        }

        length = BritishSpelling.ToAmerican(folded, length);
        return Encoding.UTF8.TryGetBytes(folded[..length], target, out var written) ? written : 0;
    }

    /// <summary>The term of a word as text.</summary>
    public static string Of(string word)
    {
        Span<byte> bytes = stackalloc byte[Room];
        return Encoding.UTF8.GetString(bytes[..Of(Encoding.UTF8.GetBytes(word), bytes)]);
    }

    /// <summary>The word with case and accents folded and nothing else.</summary>
    public static string Folded(ReadOnlySpan<byte> word)
    {
        Span<char> folded = stackalloc char[Room];
        return new string(folded[..Fold(word, folded, out _)]);
    }

    // Half of all words that come up for the first time: nothing but commas changes in them.
    private static bool IsNumber(ReadOnlySpan<byte> word) =>
        word.Length <= WordReader.LongestWord && !word.ContainsAnyExcept(NumberCharacters);

    private static int WithoutCommas(ReadOnlySpan<byte> number, Span<byte> target)
    {
        var length = 0;
        foreach (var character in number)
        {
            if (character != (byte)',')
            {
                target[length++] = character;
            }
        }

        return length;
    }

    private static int Fold(ReadOnlySpan<byte> word, Span<char> folded, out bool acronymWithS)
    {
        Span<char> chars = stackalloc char[WordReader.LongestWord + 1];
        // Invariant: WordReader gives no longer words, and UTF-8 never has fewer bytes than UTF-16 units.
        var count = Encoding.UTF8.GetChars(word[..Math.Min(word.Length, WordReader.LongestWord)], chars);
        acronymWithS = IsAcronym(chars[..count]);
        return Folding.Fold(chars[..count], folded);
    }

    // PCOS, AIDS, ARDS: an S inside capitals is no plural.
    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 6 || word[^1] != 'S')
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    // crohn's -> crohn, o'brien -> obrien, 1,000 -> 1000; mcg -> ug.
    private static int StripApostrophes(Span<char> word, int length)
    {
        if (length > 2 && word[length - 1] == 's' && word[length - 2] is '\'' or '\u2019')
        {
            length -= 2;
        }

        var kept = 0;
        for (var i = 0; i < length; i++)
        {
            if (word[i] is not ('\'' or '\u2019' or ','))
            {
                word[kept++] = word[i];
            }
        }

        var isMicrogram = word[..kept] is "mcg" or "mug";
        if (isMicrogram)
        {
            "ug".CopyTo(word);
        }

        return isMicrogram ? 2 : kept;
    }
}
