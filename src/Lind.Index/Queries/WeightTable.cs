using System.Collections.Concurrent;

namespace Lind.Index.Queries;

/// <summary>The different weights that hit profiles have under given field weights, numbered. Thread-safe.</summary>
/// <remarks>The 11 million profiles of 600,000 generated studies have 9,729 different weights in the largest search area, and in
/// areas of three to twelve fields 35 to 18,000 different weights and sets of fields: what there is to know of a profile is a
/// number of two bytes, and the table behind it stays in the caches.</remarks>
internal sealed class WeightTable
{
    /// <summary>The number of a weight not worked out yet.</summary>
    internal const ushort Unknown = 0;

    /// <summary>The number of what has no searched field; its weight is -1.</summary>
    internal const ushort Nothing = 1;

    /// <summary>Says that the table was full: the weight is to be worked out each time.</summary>
    internal const ushort NotNumbered = ushort.MaxValue;

    // A field has 0 to 4 hits, and weights are sums over fields.
    private const int WaysOfField = HitWays + 1;
    private const int HitWays = 4;
    private const int MostTables = 512;

    // In more fields than this there are too many different sets of them.
    private const int MostFieldsTold = 12;

    private static readonly ConcurrentDictionary<FieldWeights, WeightTable> Tables = [];
    private readonly Lock _lock = new();
    private readonly Dictionary<(float Weight, bool IsOpen, ulong Marks), ushort> _numbers = [];
    private readonly float[] _weights;
    private readonly float[] _mosts;
    private readonly ulong[] _marks;

    private WeightTable(FieldWeights fields)
    {
        var size = 2L;
        foreach (var _ in fields.Fields)
        {
            size = Math.Min(NotNumbered + 1, size * WaysOfField);
        }

        _weights = new float[size];
        _mosts = new float[size];
        _marks = fields.Fields.Count() <= MostFieldsTold ? new ulong[size] : [];
        (_weights[Nothing], _mosts[Nothing]) = (-1, -1);
    }

    /// <summary>The weights by number; 0: to be worked out.</summary>
    internal ReadOnlySpan<float> Weights => _weights;

    /// <summary>By number: what the hits can weigh at most; infinite where the profile does not tell how many there are. 0: to be
    /// worked out.</summary>
    internal ReadOnlySpan<float> Mosts => _mosts;

    /// <summary>By number: the marks of the searched fields that are hit; empty: the searched fields are too many.</summary>
    internal ReadOnlySpan<ulong> Marks => _marks;

    internal static WeightTable Of(FieldWeights fields)
    {
        // Areas and fields are few; whoever makes up weights of his own must not fill the memory.
        if (Tables.Count > MostTables)
        {
            Tables.Clear();
        }

        return Tables.GetOrAdd(fields, static key => new WeightTable(key));
    }

    /// <summary>The number of a weight.</summary>
    /// <param name="weight">Above 0.</param>
    /// <param name="isOpen">Whether there may be more hits than counted.</param>
    /// <param name="marks">The marks of the searched fields that are hit.</param>
    internal ushort NumberOf(float weight, bool isOpen, ulong marks)
    {
        var key = (weight, isOpen, _marks.Length == 0 ? 0 : marks);
        lock (_lock)
        {
            if (_numbers.TryGetValue(key, out var number))
            {
                return number;
            }

            var next = _numbers.Count + Nothing + 1;
            if (next >= Math.Min(_weights.Length, NotNumbered))
            {
                return NotNumbered;
            }

            (_weights[next], _mosts[next]) = (weight, isOpen ? float.PositiveInfinity : weight);
            if (_marks.Length > 0)
            {
                _marks[next] = marks;
            }

            return _numbers[key] = (ushort)next;
        }
    }
}
