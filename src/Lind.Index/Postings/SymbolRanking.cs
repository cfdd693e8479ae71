namespace Lind.Index.Postings;

/// <summary>Renumbers a term's symbols by falling use, so that the usual one takes one bit. Reuses its room; not
/// thread-safe.</summary>
internal sealed class SymbolRanking
{
    private readonly List<byte[]> _used = [];
    private int[] _counts = new int[64];
    private uint[] _ranked = new uint[16];
    private int[] _numbers = new int[16];

    /// <summary>The written forms that occur, renumbered.</summary>
    internal IReadOnlyList<byte[]> Used => _used;

    /// <summary>Replaces symbols (surface * 4 + flags) by their ranks.</summary>
    /// <param name="symbols">The symbols of all occurrences; they come back as ranks.</param>
    /// <param name="surfaces">The written forms by number.</param>
    /// <returns>The symbols by rank, in the numbering of <see cref="Used"/>; valid until the next call.</returns>
    internal ReadOnlySpan<uint> Apply(Span<uint> symbols, IReadOnlyList<byte[]> surfaces)
    {
        var kinds = surfaces.Count * 4;
        if (_counts.Length < kinds)
        {
            _counts = new int[kinds * 2];
        }

        var counts = _counts.AsSpan(0, kinds);
        counts.Clear();
        foreach (var symbol in symbols)
        {
            counts[(int)symbol]++;
        }

        var ranked = Rank(counts);
        for (var i = 0; i < ranked.Length; i++)
        {
            counts[(int)ranked[i]] = i;
        }

        if (ranked.Length == 1)
        {
            symbols.Clear();
        }
        else
        {
            foreach (ref var symbol in symbols)
            {
                symbol = (uint)counts[(int)symbol];
            }
        }

        Renumber(ranked, surfaces);
        return ranked;
    }

    private Span<uint> Rank(ReadOnlySpan<int> counts)
    {
        var length = 0;
        for (var symbol = 0; symbol < counts.Length; symbol++)
        {
            if (counts[symbol] > 0)
            {
                Insert(counts, (uint)symbol, length++);
            }
        }

        return _ranked.AsSpan(0, length);
    }

    // By falling count; of equal ones the lower symbol first.
    private void Insert(ReadOnlySpan<int> counts, uint symbol, int length)
    {
        if (length == _ranked.Length)
        {
            Array.Resize(ref _ranked, length * 2);
        }

        var at = length;
        for (; at > 0 && counts[(int)_ranked[at - 1]] < counts[(int)symbol]; at--)
        {
            _ranked[at] = _ranked[at - 1];
        }

        _ranked[at] = symbol;
    }

    private void Renumber(Span<uint> ranked, IReadOnlyList<byte[]> surfaces)
    {
        _used.Clear();
        if (_numbers.Length < surfaces.Count)
        {
            _numbers = new int[surfaces.Count * 2];
        }

        var numbers = _numbers.AsSpan(0, surfaces.Count);
        numbers.Fill(-1);
        foreach (ref var symbol in ranked)
        {
            ref var number = ref numbers[(int)(symbol >> 2)];
            if (number < 0)
            {
                number = _used.Count;
                _used.Add(surfaces[(int)(symbol >> 2)]);
            }

            symbol = ((uint)number << 2) | (symbol & 3);
        }
    }
}
