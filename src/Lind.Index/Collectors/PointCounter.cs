using System.Numerics;
using Lind.Index.Columns;
using Lind.Index.Queries;
using Lind.Index.Schemas;
using Lind.Index.Segments;

namespace Lind.Index.Collectors;

/// <summary>Which points to count: those in a column of a nested table.</summary>
/// <param name="Table">The nested table's number.</param>
/// <param name="Column">Its point column.</param>
/// <param name="MarkColumn">Its keyword column that marks a row.</param>
/// <param name="DocumentColumn">The documents' keyword column that must hold <paramref name="Mark"/> too.</param>
/// <param name="Mark">The keyword that marks. A row without any keyword is marked by its document alone.</param>
public sealed record PointRequest(int Table, int Column, int MarkColumn, int DocumentColumn, ReadOnlyMemory<byte> Mark);

/// <summary>The rows at one point.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Rows">Rows of matching documents at the point.</param>
/// <param name="Marked">How many of them are marked.</param>
public sealed record PointCount(double Latitude, double Longitude, int Rows, int Marked);

/// <summary>Counts the nested rows of all matching documents by the point they lie at.</summary>
public static class PointCounter
{
    /// <summary>The different points with their rows, most rows first. Exact; a row counts at each of
    /// its points, and one without any is left out.</summary>
    /// <exception cref="ArgumentException">A column is not of the kind said.</exception>
    public static IReadOnlyList<PointCount> Count(
        Snapshot snapshot, Query query, PointRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(request);
        Check(snapshot.Schema, request);
        var lanes = new SearchPass(snapshot, query, false, cancellation).Run(() => new PointLane(request));
        var counts = lanes[0].Counts;
        foreach (var (point, (more, marked)) in lanes.Skip(1).SelectMany(lane => lane.Counts))
        {
            var (rows, before) = counts.GetValueOrDefault(point);
            counts[point] = (rows + more, before + marked);
        }

        return [.. counts.OrderByDescending(one => one.Value.Rows).ThenBy(one => one.Key).Select(one => new PointCount(
            PackedPoint.Latitude(one.Key), PackedPoint.Longitude(one.Key), one.Value.Rows, one.Value.Marked))];
    }

    private static void Check(IndexSchema schema, PointRequest request)
    {
        var nested = schema.Tables[request.Table].Columns;
        if (nested[request.Column].Kind != ColumnKind.Point || nested[request.MarkColumn].Kind != ColumnKind.Keyword
            || schema.Documents.Columns[request.DocumentColumn].Kind != ColumnKind.Keyword)
        {
            throw new ArgumentException("A point request names a column of another kind.", nameof(request));
        }
    }

    private sealed class PointLane(PointRequest request) : PassLane
    {
        private SegmentPoints? _points;

        internal Dictionary<long, (int Rows, int Marked)> Counts { get; } = [];

        internal override void Collect(in MatchWindow window)
        {
            if (_points?.Segment != window.View.Reader)
            {
                _points = new SegmentPoints(window.View.Reader, request);
            }

            for (var i = 0; i < window.Rows.Length; i++)
            {
                for (var word = window.Rows[i]; word != 0; word &= word - 1)
                {
                    _points.Add(window.Start + (i << 6) + BitOperations.TrailingZeroCount(word), Counts);
                }
            }
        }
    }

    /// <summary>The columns of one segment, with the mark's ordinals in them.</summary>
    private sealed class SegmentPoints(SegmentReader segment, PointRequest request)
    {
        private readonly ColumnReader _points = segment.Tables[request.Table].Columns[request.Column];
        private readonly ColumnReader _marks = segment.Tables[request.Table].Columns[request.MarkColumn];
        private readonly ColumnReader _documents = segment.Tables[0].Columns[request.DocumentColumn];
        private readonly int _mark = segment.Tables[request.Table].Columns[request.MarkColumn].Keywords.Find(request.Mark.Span);
        private readonly int _documentMark = segment.Tables[0].Columns[request.DocumentColumn].Keywords.Find(request.Mark.Span);

        internal SegmentReader Segment => segment;

        internal void Add(int document, Dictionary<long, (int Rows, int Marked)> counts)
        {
            var firsts = segment.Tables[request.Table].FirstRows;
            if (firsts.IsEmpty)
            {
                return;
            }

            var isMarked = Holds(_documents, document, _documentMark);
            for (var row = (int)firsts[document]; row < (int)firsts[document + 1]; row++)
            {
                var isRowMarked = isMarked && (_marks.CountOf(row) == 0 || Holds(_marks, row, _mark));
                for (var value = _points.CountOf(row) - 1; value >= 0; value--)
                {
                    var point = _points.Numbers[_points.StartOf(row) + value];
                    var (rows, marked) = counts.GetValueOrDefault(point);
                    counts[point] = (rows + 1, marked + (isRowMarked ? 1 : 0));
                }
            }
        }

        private static bool Holds(ColumnReader column, int row, int ordinal)
        {
            var start = ordinal < 0 || column.CountOf(row) == 0 ? -1 : column.StartOf(row);
            for (var i = 0; start >= 0 && i < column.CountOf(row); i++)
            {
                if (column.Numbers[start + i] == ordinal)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
