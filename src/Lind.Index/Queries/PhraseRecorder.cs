namespace Lind.Index.Queries;

/// <summary>Takes down where a phrase stands while its rows are gone through, and hands it to the memo if none was left
/// out.</summary>
internal sealed class PhraseRecorder(PhraseQuery phrase, PhraseMemo memo, Operator candidates, bool withSideBySide)
{
    // Whoever asks about fewer rows than this is not kept waiting for the others: see Searcher.Remember.
    private const int MostUnasked = 2;

    private readonly List<int> _rows = [];
    private readonly List<float> _weights = [];
    private readonly List<float> _sideBySide = [];
    private int _next; // all candidates before this row have been seen
    private bool _isOver;

    /// <summary>Whether the memo has the phrase.</summary>
    internal bool IsKnown => memo.TryFind(phrase, withSideBySide, out _);

    /// <summary>Says that the candidates of a window are about to be gone through.</summary>
    /// <param name="start">The window's first row.</param>
    /// <param name="allowed">The rows asked for; empty: all.</param>
    /// <param name="rows">Guarantees: the candidates to go through. That is all of them when they are taken down, unless few of
    /// them were asked for.</param>
    /// <returns>Whether to tell what is found.</returns>
    internal bool Begin(int start, ReadOnlySpan<ulong> allowed, Span<ulong> rows)
    {
        _isOver |= start < _next || candidates.NextFrom(_next) < start;
        _next = start + Operator.Window;
        candidates.Fill(start, _isOver ? allowed : [], rows, []);
        if (_isOver || allowed.IsEmpty)
        {
            return !_isOver;
        }

        var all = BitWindow.Count(rows);
        Span<ulong> asked = stackalloc ulong[Operator.Words];
        rows.CopyTo(asked);
        BitWindow.And(asked, allowed);
        if ((long)BitWindow.Count(asked) * MostUnasked < all)
        {
            _isOver = true;
            asked.CopyTo(rows);
        }

        return !_isOver;
    }

    internal void Add(int row, float weight, float sideBySide)
    {
        _rows.Add(row);
        _weights.Add(weight);
        if (withSideBySide)
        {
            _sideBySide.Add(sideBySide);
        }
    }

    /// <summary>Says that the window has been gone through.</summary>
    internal void End()
    {
        if (candidates.NextFrom(_next) == int.MaxValue)
        {
            memo.Add(phrase, new FoundPhrase([.. _rows], [.. _weights], [.. _sideBySide], candidates.Cost));
            _isOver = true;
        }
    }
}
