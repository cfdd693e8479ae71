using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lind.Index.Encoding;

/// <summary>Reads the hits of one run of rows in fields that are not aside, row after row; the layout is
/// <see cref="Postings.PostingsWriter"/>'s.</summary>
/// <remarks>A code is read with one load from where the one before it ended instead of from bits at hand: what there is to foresee
/// for the processor are then the numbers of fields and hits alone (positions of all rows of "heart" among 600,000 records: 42
/// instead of 57 ns a row, and 100 with the profiles looked up one by one). Damaged bytes give wrong numbers, but nothing is read
/// outside the spans. Not thread-safe.</remarks>
internal sealed class RunDecoder
{
    /// <summary>A hit that is the first of its value.</summary>
    internal const byte First = 1;

    /// <summary>A hit that is the last of its value.</summary>
    internal const byte Last = 2;

    /// <summary>A hit that is a whole value: no position is written.</summary>
    internal const byte Whole = First | Last;

    /// <summary>So many bytes must follow the last bits, whatever they are.</summary>
    internal const int Behind = 8;

    private const int MostRows = 32;
    private const uint MostHitsAtOnce = 4; // of one code that tells how many there are
    private const int SureBits = 57;
    private const long MostHits = 1 << 26; // of a run: more is damage
    private const int FieldShift = 40;
    private readonly int[] _starts = new int[MostRows + 1];
    private ulong[] _hits = new ulong[512];
    private int _next;      // the row that comes next
    private long _position; // where, in bits
    private long _room;     // how many hits there must be room for

    /// <summary>The hits of a row that was read: <c>field &lt;&lt; 40 | position &lt;&lt; 8 | look</c>, by field, then in the order
    /// they were written.</summary>
    internal ReadOnlySpan<ulong> this[int row] => _hits.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>How many rows have been read.</summary>
    internal int Count => _next;

    /// <summary>Starts on another run.</summary>
    internal void Reset() => (_next, _position, _starts[0]) = (0, 0, 0);

    /// <summary>What there is to know of a code.</summary>
    /// <param name="field">Its field.</param>
    /// <param name="hits">Its hits, up to 4: that and more.</param>
    /// <param name="order">The order of first positions.</param>
    /// <param name="nextOrder">The order of distances.</param>
    /// <param name="looks">Which row of looks holds for its field, below 256.</param>
    /// <param name="look">How hits with the field's usual symbol look.</param>
    internal static ulong CodeOf(int field, int hits, int order, int nextOrder, int looks, byte look) =>
        ((ulong)(uint)field << FieldShift) | ((ulong)(uint)looks << 24) | ((ulong)look << 16) | ((ulong)(uint)hits << 10) | ((ulong)(uint)nextOrder << 5)
        | (uint)order;

    /// <summary>Reads on to before a row.</summary>
    /// <param name="bytes">The run and what follows it: <see cref="Behind"/> bytes at least.</param>
    /// <param name="codes">The rows' codes, one row after the other, as places in <paramref name="table"/>.</param>
    /// <param name="starts">Where the codes of each row start, and the end of the last one's.</param>
    /// <param name="end">The row.</param>
    /// <param name="table">See <see cref="CodeOf"/>.</param>
    /// <param name="looks">Rows of as many bytes as there are symbols: how hits look, by what is written for a symbol.</param>
    /// <param name="symbols">How many symbols there are.</param>
    /// <param name="wholeAt">The position to give to the first hit of a row and field that is a whole value.</param>
    /// <exception cref="IndexOutOfRangeException">The bytes are damaged.</exception>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    internal void Read(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<ushort> codes, ReadOnlySpan<int> starts, int end, ReadOnlySpan<ulong> table,
        ReadOnlySpan<byte> looks, int symbols, uint wholeAt)
    {
        _room = _starts[_next] + ((starts[end] - starts[_next]) * (int)MostHitsAtOnce);
        do
        {
            if (_room > MostHits)
            {
                throw Damaged();
            }

            if (_hits.Length < _room)
            {
                Array.Resize(ref _hits, (int)Math.Max(_room, _hits.Length * 2L));
            }
        }
        while (!TryRead(bytes, codes, starts, end, table, looks, symbols, wholeAt));
    }

    // No call in the loops, not even a rare one: what is at hand would have to be kept in memory for it. Where there is no room, false;
    // what was read up to the row stays.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryRead(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<ushort> codes, ReadOnlySpan<int> starts, int end, ReadOnlySpan<ulong> table,
        ReadOnlySpan<byte> looks, int symbols, uint wholeAt)
    {
        // Bounds: starts are ascending places in codes, codes are places in the table; both are the caller's own, not the file's. There
        // is room for 4 hits of each code; where there are more, it is looked at again.
        ref var source = ref MemoryMarshal.GetReference(bytes);
        ref var firstCode = ref MemoryMarshal.GetReference(codes);
        ref var known = ref MemoryMarshal.GetReference(table);
        ref var target = ref MemoryMarshal.GetArrayDataReference(_hits);
        var last = (long)bytes.Length - Behind;
        var position = _position;
        var count = _starts[_next];
        var oneMore = symbols > 1 ? 1U : 0U; // a bit for each row with hits
        for (var row = _next; row < end; row++)
        {
            (_next, _position, _starts[row]) = (row, position, count);
            var (from, to) = (starts[row], starts[row + 1]);
            if (from == to)
            {
                continue;
            }

            var withSymbols = (Load(ref source, position, last) & oneMore) != 0;
            position += oneMore;
            for (; from < to; from++)
            {
                var code = Unsafe.Add(ref known, Unsafe.Add(ref firstCode, from));
                var hits = (uint)(code >> 10) & 7;
                var word = Load(ref source, position, last);
                if (hits == MostHitsAtOnce)
                {
                    var bits = BitOperations.TrailingZeroCount(word);
                    hits += Value(word >> (bits + 1), bits, 0);
                    position += (2 * bits) + 1;
                    word = Load(ref source, position, last);
                    _room = count + (long)hits + ((to - from) * (int)MostHitsAtOnce) + ((starts[end] - to) * (int)MostHitsAtOnce);
                    if (_room > _hits.Length)
                    {
                        return false;
                    }
                }

                var field = (code >> FieldShift) << FieldShift;
                var order = (int)code & 31;
                var at = 0U;
                var hit = 0U;
                if (withSymbols)
                {
                    var ownLooks = ((int)(code >> 24) & 0xFF) * symbols;
                    do
                    {
                        var bits = BitOperations.TrailingZeroCount(word);
                        var symbol = Value(word >> (bits + 1), bits, 0);
                        var look = looks[ownLooks + (int)symbol];
                        var length = (2 * bits) + 1;
                        position += length;
                        word >>= length;
                        if ((look & Whole) == Whole)
                        {
                            Unsafe.Add(ref target, count++) = field | ((ulong)(wholeAt + hit) << 8) | look;
                        }
                        else
                        {
                            var left = SureBits - length;
                            bits = BitOperations.TrailingZeroCount(word);
                            length = (2 * bits) + 1 + order;
                            if (length > left)
                            {
                                word = Load(ref source, position, last);
                                bits = BitOperations.TrailingZeroCount(word);
                                length = (2 * bits) + 1 + order;
                            }

                            at += Value(word >> (bits + 1), bits, order);
                            position += length;
                            order = (int)(code >> 5) & 31;
                            Unsafe.Add(ref target, count++) = field | ((ulong)at << 8) | look;
                        }

                        word = Load(ref source, position, last);
                    }
                    while (++hit < hits);

                    continue;
                }

                field |= (code >> 16) & 0xFF;
                if ((field & Whole) == Whole)
                {
                    for (; hit < hits; hit++)
                    {
                        Unsafe.Add(ref target, count++) = field | ((ulong)(wholeAt + hit) << 8);
                    }

                    continue;
                }

                while (true)
                {
                    var bits = BitOperations.TrailingZeroCount(word);
                    at += Value(word >> (bits + 1), bits, order);
                    position += (2 * bits) + 1 + order;
                    Unsafe.Add(ref target, count++) = field | ((ulong)at << 8);
                    if (++hit >= hits)
                    {
                        break;
                    }

                    order = (int)(code >> 5) & 31;
                    word = Load(ref source, position, last);
                }
            }
        }

        (_next, _position, _starts[end]) = (end, position, count);
        return true;
    }

    /// <summary>The bits from a place on, 57 at least: no position has a code of more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Load(ref byte source, long position, long last)
    {
        var at = position >> 3;
        if ((ulong)at > (ulong)last)
        {
            ThrowDamaged();
        }

        return Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, (nint)at)) >> (int)(position & 7);
    }

    /// <summary>The number whose code's <paramref name="bits"/> zeros and the one behind them have been taken off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Value(ulong word, int bits, int order)
    {
        var high = ((1U << bits) | (uint)(word & ((1UL << bits) - 1))) - 1;
        return (high << order) | ((uint)(word >> bits) & ((1U << order) - 1));
    }

    [DoesNotReturn]
    private static void ThrowDamaged() => throw Damaged();

    private static InvalidDataException Damaged() => new("positions do not end where they should");
}
