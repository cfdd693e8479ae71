using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lind.Index.Columns;
using Lind.Index.Segments;

namespace Lind.Index.Collectors;

/// <summary>One numbering of a keyword column's values for all segments of a snapshot. Thread-safe.</summary>
/// <remarks>Built when a column is first counted in a snapshot; with one segment there is nothing to build.</remarks>
internal sealed class GlobalOrdinals
{
    private static readonly ConditionalWeakTable<Snapshot, ConcurrentDictionary<int, GlobalOrdinals>> Cache = [];
    private readonly Dictionary<SegmentReader, int[]?> _numbers = [];
    private readonly (KeywordDictionary Dictionary, int Ordinal)[] _values;
    private readonly KeywordDictionary? _only;

    private GlobalOrdinals(Snapshot snapshot, int column)
    {
        var segments = snapshot.Segments;
        if (segments.Count == 1)
        {
            _only = segments[0].Reader.Tables[0].Columns[column].Keywords;
            _numbers[segments[0].Reader] = null;
            _values = [];
            return;
        }

        var all = new SortedDictionary<byte[], List<(int Segment, int Ordinal)>>(
            Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)));
        for (var segment = 0; segment < segments.Count; segment++)
        {
            var keywords = segments[segment].Reader.Tables[0].Columns[column].Keywords;
            _numbers[segments[segment].Reader] = new int[keywords.Count];
            var ordinal = 0;
            foreach (var keyword in keywords.All())
            {
                if (!all.TryGetValue(keyword, out var places))
                {
                    all[keyword] = places = [];
                }

                places.Add((segment, ordinal++));
            }
        }

        _values = new (KeywordDictionary, int)[all.Count];
        var next = 0;
        foreach (var places in all.Values)
        {
            places.ForEach(place => _numbers[segments[place.Segment].Reader]![place.Ordinal] = next);
            _values[next++] = (segments[places[0].Segment].Reader.Tables[0].Columns[column].Keywords, places[0].Ordinal);
        }
    }

    /// <summary>How many different values there are.</summary>
    internal int Count => _only?.Count ?? _values.Length;

    internal static GlobalOrdinals Of(Snapshot snapshot, int column) =>
        Cache.GetValue(snapshot, _ => new()).GetOrAdd(column, _ => new GlobalOrdinals(snapshot, column));

    /// <summary>From a segment's ordinals to the global ones; null: they are the same.</summary>
    internal int[]? NumbersOf(SegmentReader segment) => _numbers[segment];

    /// <summary>The value with a global ordinal; ordinals ascend with the values' bytes.</summary>
    internal byte[] ValueOf(int ordinal) =>
        _only is not null ? _only[ordinal] : _values[ordinal].Dictionary[_values[ordinal].Ordinal];
}
