using System.Runtime.CompilerServices;
using System.Numerics;
using Lind.Index.Segments;

namespace Lind.Index.Queries;

/// <summary>The documents that have a matching nested row.</summary>
/// <remarks>A document's rows stand together, in the documents' order: a window of documents is a run of rows, walked
/// through in windows of its own. The windows at its ends are shared with the neighbouring runs and asked for
/// twice.</remarks>
internal sealed class NestedOperator(Operator child, TableReader rows, NestedScore mode) : Operator
{
    private readonly ulong[] _rows = new ulong[Words];
    private readonly float[] _scores = mode == NestedScore.Zero ? [] : new float[Window];
    private readonly ulong[] _allowedRows = new ulong[Words];
    private readonly float[] _best = mode == NestedScore.Best ? new float[Window] : [];

    internal override long Cost => child.Cost;

    internal override bool IsDear => child.IsDear;

    internal override float MostScore => mode switch
    {
        NestedScore.Zero => 0,
        NestedScore.Best => child.MostScore,
        _ => float.PositiveInfinity,
    };

    internal override int NextFrom(int row)
    {
        var firstRows = rows.FirstRows;
        if (row + 1 >= firstRows.Length)
        {
            return int.MaxValue;
        }

        var next = child.NextFrom((int)firstRows[row]);
        return next >= rows.Rows ? int.MaxValue : Math.Max(row, (int)rows.Parents[next]);
    }

    internal override void Fill(int start, ReadOnlySpan<ulong> allowed, Span<ulong> result, Span<float> scores)
    {
        result.Clear();
        var firstRows = rows.FirstRows;
        if (start + 1 >= firstRows.Length)
        {
            return;
        }

        var end = (int)firstRows[Math.Min(start + Window, firstRows.Length - 1)];
        var row = (int)firstRows[start];
        var wanted = scores.IsEmpty ? [] : _scores;
        while (row < end)
        {
            row = child.NextFrom(row);
            if (row >= end)
            {
                return;
            }

            var windowStart = row & ~(Window - 1);
            Array.Clear(wanted);
            child.Fill(windowStart, AllowedRows(start, windowStart, row, end, allowed), _rows, wanted);
            AddRows(start, windowStart, result, scores);
            row = windowStart + Window;
        }
    }

    /// <summary>The rows of this window that belong to allowed documents of this run.</summary>
    private ReadOnlySpan<ulong> AllowedRows(int start, int windowStart, int from, int end, ReadOnlySpan<ulong> allowed)
    {
        Array.Clear(_allowedRows);
        end = Math.Min(end, windowStart + Window);
        if (allowed.IsEmpty)
        {
            BitWindow.SetRange(_allowedRows, from - windowStart, end - windowStart);
            return _allowedRows;
        }

        var firstRows = rows.FirstRows;
        Span<ulong> documents = stackalloc ulong[Words];
        BitWindow.SetFirst(documents, firstRows.Length - 1 - start);
        BitWindow.And(documents, allowed);
        for (var i = 0; i < Words; i++)
        {
            for (var word = documents[i]; word != 0; word &= word - 1)
            {
                var document = start + (i << 6) + BitOperations.TrailingZeroCount(word);
                BitWindow.SetRange(
                    _allowedRows, Math.Max((int)firstRows[document], from) - windowStart,
                    Math.Min((int)firstRows[document + 1], end) - windowStart);
            }
        }

        return _allowedRows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRows(int start, int windowStart, Span<ulong> result, Span<float> scores)
    {
        var parents = rows.Parents;
        for (var i = 0; i < Words; i++)
        {
            for (var word = _rows[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                var document = (int)parents[windowStart + place] - start;
                var seen = BitWindow.Has(result, document);
                BitWindow.Set(result, document);
                if (!scores.IsEmpty && mode != NestedScore.Zero)
                {
                    AddScore(ref scores[document], document, _scores[place], seen);
                }
            }
        }
    }

    private void AddScore(ref float score, int document, float row, bool seen)
    {
        if (mode == NestedScore.Sum || !seen)
        {
            score += row;
        }
        else if (row > _best[document])
        {
            score += row - _best[document];
        }

        if (mode == NestedScore.Best)
        {
            _best[document] = seen ? Math.Max(_best[document], row) : row;
        }
    }
}
