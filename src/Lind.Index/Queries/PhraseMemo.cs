using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using Lind.Index.Segments;
using Lind.Index.Storage;

namespace Lind.Index.Queries;

/// <summary>Remembers in which rows of one table phrases stand that were dear to find. Thread-safe.</summary>
/// <remarks>A segment never changes, so what was found stays true. People ask for the same conditions again and again, and
/// synonyms ask for them on their behalf. The least recently asked go first when the bound is reached.
/// "Heart failure" in 100,000 records: 27 ms to find, below 1 ms to remember (docs/performance.md).</remarks>
internal sealed class PhraseMemo(int rows)
{
    /// <summary>Phrases with fewer candidates are found faster than remembered. Tests set it.</summary>
    internal static int FewestCandidates { get; set; } = 512;

    // Many small segments together take no more than a few large ones.
    private const long MostBytesPerRow = 128;
    private const int EntryBytes = 256; // about what an entry takes besides its rows
    private const int MostParts = 4;

    private static readonly ConditionalWeakTable<TableReader, PhraseMemo> Memos = [];
    private readonly BoundedMemo<Key, FoundPhrase> _found = new(Math.Min(MostBytes, rows * MostBytesPerRow), MostParts);

    /// <summary>The most memory for one table of a segment, and no more than 128 bytes for each of its rows; 0: nothing is
    /// remembered. Benchmarks set it before they open an index.</summary>
    internal static long MostBytes { get; set; } = 32 << 20;

    internal static PhraseMemo Of(TableReader table) => Memos.GetValue(table, _ => new PhraseMemo(table.Rows));

    /// <summary>How much of its memory is used, from 0 to 1.</summary>
    internal double Used => _found.Used;

    /// <param name="phrase">The phrase.</param>
    /// <param name="withSideBySide">Whether <see cref="FoundPhrase.SideBySide"/> is wanted.</param>
    /// <param name="found">What was found.</param>
    internal bool TryFind(PhraseQuery phrase, bool withSideBySide, [NotNullWhen(true)] out FoundPhrase? found) =>
        _found.TryFind(new Key(phrase, withSideBySide), out found);

    internal void Add(PhraseQuery phrase, FoundPhrase found) => _found.Set(
        new Key(phrase, found.SideBySide.Length > 0), found, EntryBytes + (8L * found.Rows.Length) + (4L * found.SideBySide.Length));

    /// <summary>What makes two phrases the same for matching: all but the idf.</summary>
    private sealed record Key(string Slots, FieldWeights Fields, int Slop, bool Ordered, Coverage Coverage, bool WithSideBySide)
    {
        internal Key(PhraseQuery phrase, bool withSideBySide)
            : this(Spell(phrase.Slots), phrase.Fields, phrase.Slop, phrase.Ordered, phrase.Coverage, withSideBySide)
        {
        }

        // Terms hold no control characters but 1 (a value without words) and 0 (the engine's own).
        private static string Spell(IReadOnlyList<PhraseSlot> slots)
        {
            var text = new StringBuilder();
            foreach (var slot in slots)
            {
                foreach (var term in slot.Terms)
                {
                    text.Append(System.Text.Encoding.Latin1.GetString(term.Bytes.Span)).Append('\u0002')
                        .Append(term.Surface is { } surface ? System.Text.Encoding.Latin1.GetString(surface.Span) : "\u0003").Append('\u0004')
                        .Append(BitConverter.SingleToInt32Bits(term.Weight)).Append('\u0005');
                }

                text.Append('\u0006');
            }

            return text.ToString();
        }
    }
}

/// <summary>The rows of a table in which a phrase stands, ascending.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Weights">The weight of the phrase's hits in each.</param>
/// <param name="SideBySide">The part of it of hits side by side; empty: it was not wanted.</param>
/// <param name="Cost">The cost of finding it. Conjunctions add scores up in the order of costs: it must not matter to a score,
/// not in its last digit, whether a phrase was remembered, or the next page of a walk would start elsewhere.</param>
internal sealed record FoundPhrase(int[] Rows, float[] Weights, float[] SideBySide, long Cost);
