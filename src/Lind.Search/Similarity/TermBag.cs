using System.Runtime.InteropServices;
using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>Counts terms, weighted by the part of the record they stand in.</summary>
/// <param name="memo">Remembers words; null: for a text or two it is not worth its room.</param>
internal sealed class TermBag(WordMemo? memo)
{
    // Weights are stored as whole sixteenths of the square root of the count.
    private const double Steps = 16;
    private readonly Dictionary<int, float> _counts = [];
    private readonly List<ulong> _words = [];

    /// <summary>The words of the text read last; 0 stands for a word that says nothing.</summary>
    public List<ulong> Words => _words;

    /// <summary>How many telling words were counted since the bag was emptied.</summary>
    public int WordCount { get; private set; }

    /// <summary>Counts a text's words and, where asked, its pairs of neighbouring words.</summary>
    public void Add(ReadOnlySpan<byte> text, double weight, bool pairs)
    {
        TermHash.Read(text, _words, memo: memo);
        ulong previous = 0;
        foreach (var word in _words)
        {
            if (word != 0)
            {
                Count(TermHash.Key(word), weight);
                WordCount++;
                if (pairs && previous != 0)
                {
                    Count(TermHash.Key(TermHash.Join(previous, word)), weight);
                }
            }

            previous = word;
        }
    }

    /// <summary>Counts one term.</summary>
    public void Count(int key, double weight) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _) += (float)weight;

    /// <summary>The terms with their damped counts, by key; empties the bag.</summary>
    public uint[] TakeEntries()
    {
        var entries = new uint[_counts.Count];
        var at = 0;
        foreach (var (key, count) in _counts)
        {
            entries[at++] = PackedEntry.Of(key, (byte)Math.Clamp(Math.Round(Math.Sqrt(count) * Steps), 1, 255));
        }

        _counts.Clear();
        WordCount = 0;
        Array.Sort(entries);
        return entries;
    }
}
