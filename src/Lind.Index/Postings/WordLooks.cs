using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>Looks for many words of a text in a word table at once. Reuses its room; not thread-safe.</summary>
/// <remarks>Whether a word is among those found last cannot be guessed: each step is done for all words before the next one, so that
/// none waits for another's memory and no wrong guess is made. docs/performance.md has the measurement.</remarks>
internal sealed class WordLooks
{
    /// <summary>As many words at once.</summary>
    internal const int Most = 128;

    private readonly WordKey[] _keys = new WordKey[Most];
    private readonly int[] _behind = new int[Most + 1];

    /// <summary>Finds the number that each word was entered with, or -1.</summary>
    internal void Find(WordTable table, ReadOnlySpan<byte> text, Span<TextWord> words)
    {
        var keys = _keys.AsSpan(0, words.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = WordKey.Of(text, words[i].Start, words[i].End - words[i].Start);
            table.FetchFront(keys[i]);
        }

        var behind = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            _behind[behind] = i;
            behind += table.TryFindFront(keys[i], out var number) ? 0 : 1;
            words[i].Token = number;
        }

        foreach (var i in _behind.AsSpan(0, behind))
        {
            table.Fetch(keys[i]);
        }

        foreach (var i in _behind.AsSpan(0, behind))
        {
            words[i].Token = table.FindBehind(keys[i], text[words[i].Start..words[i].End]);
        }
    }
}
