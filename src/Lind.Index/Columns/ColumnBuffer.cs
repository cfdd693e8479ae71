using Lind.Index.Encoding;
using Lind.Index.Schemas;

namespace Lind.Index.Columns;

/// <summary>A column's values in memory, in ascending order of rows, until they are written. Not thread-safe.</summary>
internal sealed class ColumnBuffer(ColumnKind kind)
{
    private readonly UIntBuffer _rows = new(64);
    private int _lastKeyword = -1;
    private long[] _values = new long[64];
    private long[] _highs = kind == ColumnKind.Range ? new long[64] : [];

    internal ColumnKind Kind => kind;

    /// <summary>The rows of the values; a row stands once for each of its values.</summary>
    internal ReadOnlySpan<uint> Rows => _rows.Values;

    /// <summary>The values (of ranges the low ends; of keywords the numbers in <see cref="Keywords"/>).</summary>
    internal ReadOnlySpan<long> Values => _values.AsSpan(0, _rows.Count);

    /// <summary>The high ends of ranges.</summary>
    internal ReadOnlySpan<long> Highs => _highs.AsSpan(0, kind == ColumnKind.Range ? _rows.Count : 0);

    /// <summary>The different keywords, for a keyword column.</summary>
    internal ByteTable Keywords { get; } = new();

    internal long MemoryUsed => (12L * _values.Length) + (8L * _highs.Length) + Keywords.MemoryUsed;

    internal void Add(int row, long value, long high = 0)
    {
        var count = _rows.Count;
        if (count == _values.Length)
        {
            Array.Resize(ref _values, count * 2);
            if (kind == ColumnKind.Range)
            {
                Array.Resize(ref _highs, count * 2);
            }
        }

        _rows.Add((uint)row);
        _values[count] = value;
        if (kind == ColumnKind.Range)
        {
            _highs[count] = high;
        }
    }

    /// <param name="row">The row.</param>
    /// <param name="keyword">The keyword.</param>
    /// <param name="hash">Its <see cref="ByteHash"/>.</param>
    internal void AddKeyword(int row, ReadOnlySpan<byte> keyword, uint hash)
    {
        // The sites of a study are mostly in one country, and most of its codes are those of the study before.
        if (_lastKeyword < 0 || !Keywords[_lastKeyword].SequenceEqual(keyword))
        {
            _lastKeyword = Keywords.Add(keyword, hash);
        }

        Add(row, _lastKeyword);
    }

    /// <summary>Forgets the values of rows from the given one on.</summary>
    internal void CutFrom(int row) => _rows.Cut(row);
}
