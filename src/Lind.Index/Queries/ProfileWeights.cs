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
    private const int MostCached = 256; // for a table of a segment: 16 MB at most

    private static readonly ConditionalWeakTable<TableReader, ConcurrentDictionary<FieldWeights, ProfileWeights>> Cache = [];
    private readonly ProfileReader _profiles;
    private readonly FieldWeights _fields;
    private readonly float[] _head;

    private ProfileWeights(ProfileReader profiles, FieldWeights fields)
    {
        (_profiles, _fields) = (profiles, fields);
        _head = new float[Math.Min(Head, profiles.Count)];
        for (var i = 0; i < _head.Length; i++)
        {
            _head[i] = Add((uint)i);
        }
    }

    /// <summary>The sum over the profile's fields of weight times hits; 0: no searched field was hit.</summary>
    internal float this[uint profile]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => profile < (uint)_head.Length ? _head[profile] : Add(profile);
    }

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

        return cached[fields] = new ProfileWeights(table.Profiles, fields);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private float Add(uint profile)
    {
        var sum = 0f;
        foreach (var code in _profiles[profile])
        {
            var hits = HitProfile.HitsOf(code);
            sum += _fields[HitProfile.FieldOf(code)] * (hits == HitProfile.Many ? HitProfile.ManyCountsAs : hits);
        }

        return sum;
    }
}
