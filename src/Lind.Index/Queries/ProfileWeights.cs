using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lind.Index.Postings;
using Lind.Index.Segments;

namespace Lind.Index.Queries;

/// <summary>What each hit profile of a table is worth under given field weights. Thread-safe.</summary>
/// <remarks>The frequent profiles have small numbers: those below <see cref="Head"/> are in a table that fits the second-level
/// cache, the others are added up when they come.</remarks>
internal sealed class ProfileWeights
{
    private const int Head = 1 << 14;
    private const int MostCached = 256; // for a table of a segment: 48 MB at most

    private static readonly ConditionalWeakTable<TableReader, ConcurrentDictionary<FieldWeights, ProfileWeights>> Cache = [];
    private readonly ProfileReader _profiles;
    private readonly float[] _weights; // by field
    private readonly ulong[] _marks;   // by field
    private readonly float[] _head;
    private readonly ulong[] _headMarks;

    private ProfileWeights(TableReader table, FieldWeights fields)
    {
        _profiles = table.Profiles;
        _weights = new float[table.Schema.TextFields.Count];
        _marks = new ulong[_weights.Length];
        var searched = 0;
        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] = fields[i];
            _marks[i] = fields[i] > 0 ? 1UL << (searched++ & 63) : 0;
        }

        _head = new float[Math.Min(Head, _profiles.Count)];
        _headMarks = new ulong[_head.Length];
        for (var i = 0; i < _head.Length; i++)
        {
            _head[i] = Add((uint)i);
            _headMarks[i] = Mark((uint)i);
        }
    }

    /// <summary>The sum over the profile's fields of weight times hits; 0: no searched field was hit.</summary>
    internal float this[uint profile]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => profile < (uint)_head.Length ? _head[profile] : Add(profile);
    }

    /// <summary>A bit for each searched field that was hit (beyond 64 searched fields some share a bit): two terms whose marks
    /// have no bit in common stand in no common searched field.</summary>
    internal ulong MarksOf(uint profile) => profile < (uint)_headMarks.Length ? _headMarks[profile] : Mark(profile);

    internal static ProfileWeights Of(TableReader table, FieldWeights fields)
    {
        var cached = Cache.GetValue(table, _ => new());
        if (cached.TryGetValue(fields, out var weights))
        {
            return weights;
        }

        if (cached.Count >= MostCached)
        {
            cached.Clear();
        }

        return cached[fields] = new ProfileWeights(table, fields);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private float Add(uint profile)
    {
        var sum = 0f;
        foreach (var code in _profiles[profile])
        {
            var hits = HitProfile.HitsOf(code);
            sum += _weights[HitProfile.FieldOf(code)] * (hits == HitProfile.Many ? HitProfile.ManyCountsAs : hits);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Mark(uint profile)
    {
        var marks = 0UL;
        foreach (var code in _profiles[profile])
        {
            marks |= _marks[HitProfile.FieldOf(code)];
        }

        return marks;
    }
}
