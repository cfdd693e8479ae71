using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lind.Index.Postings;
using Lind.Index.Segments;

namespace Lind.Index.Queries;

/// <summary>What each hit profile of a table is worth under given field weights. Thread-safe.</summary>
/// <remarks>Worked out when a profile is first asked for: the pages of a table that no query touches are never brought in.
/// Races between threads are harmless, they write the same value. Adding a profile up anew each time took half of a one-word
/// search's time (100 of 200 ns a match, engine benchmark, 20,000 records with 544,000 profiles). Kept as numbers of two bytes:
/// with 600,000 studies 22 MB for each set of field weights in use instead of 44.</remarks>
internal sealed class ProfileWeights
{
    private const long MostCachedBytes = 96L << 20; // for a table of a segment

    private static readonly ConditionalWeakTable<TableReader, ConcurrentDictionary<FieldWeights, ProfileWeights>> Cache = [];
    private readonly ProfileReader _profiles;
    private readonly float[] _fieldWeights;
    private readonly ulong[] _fieldMarks;
    private readonly ushort[] _numbers; // by profile: what its weight is numbered as
    private readonly WeightTable _table;

    private ProfileWeights(TableReader table, FieldWeights fields)
    {
        _profiles = table.Profiles;
        _fieldWeights = new float[table.Schema.TextFields.Count];
        _fieldMarks = new ulong[_fieldWeights.Length];
        var searched = 0;
        for (var i = 0; i < _fieldWeights.Length; i++)
        {
            _fieldWeights[i] = fields[i];
            _fieldMarks[i] = fields[i] > 0 ? 1UL << (searched++ % 64) : 0;
        }

        _numbers = new ushort[_profiles.Count];
        _table = WeightTable.Of(fields);
    }

    /// <summary>The sum over the profile's fields of weight times hits; not above 0: no searched field was hit.</summary>
    internal float this[uint profile]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var weight = _table.Weights[_numbers[profile]];
            return weight != 0 ? weight : Add(profile).Weight;
        }
    }

    /// <summary>The numbers of the weights worked out so far, by profile, as in <see cref="Table"/>.</summary>
    internal ReadOnlySpan<ushort> Numbers => _numbers;

    /// <summary>The weights by number.</summary>
    internal WeightTable Table => _table;

    /// <summary>What the profile's hits can weigh at most, as in <see cref="WeightTable.Mosts"/>; not above 0: no searched field
    /// was hit.</summary>
    internal float MostOf(uint profile)
    {
        var number = NumberOf(profile);
        return number != WeightTable.NotNumbered ? _table.Mosts[number] : float.PositiveInfinity;
    }

    /// <summary>The number in <see cref="Table"/>, worked out if need be; may be <see cref="WeightTable.NotNumbered"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ushort NumberOf(uint profile)
    {
        var number = _numbers[profile];
        return number != WeightTable.Unknown ? number : Add(profile).Number;
    }

    /// <summary>By field: the bit that stands for it in marks (beyond 64 searched fields some share one); 0: it is not searched.
    /// Two terms whose marks in a row have no bit in common stand in no common searched field there.</summary>
    internal ReadOnlySpan<ulong> FieldMarks => _fieldMarks;

    internal static ProfileWeights Of(TableReader table, FieldWeights fields)
    {
        var cached = Cache.GetValue(table, _ => new());
        if (cached.TryGetValue(fields, out var weights))
        {
            return weights;
        }

        if (cached.Count * (2L * table.Profiles.Count) > MostCachedBytes)
        {
            cached.Clear();
        }

        return cached[fields] = new ProfileWeights(table, fields);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (float Weight, ushort Number) Add(uint profile)
    {
        var sum = 0f;
        var isOpen = false;
        var marks = 0UL;
        foreach (var code in _profiles[profile])
        {
            var field = HitProfile.FieldOf(code);
            var hits = HitProfile.HitsOf(code);
            sum += _fieldWeights[field] * (hits == HitProfile.Many ? HitProfile.ManyCountsAs : hits);
            isOpen |= hits == HitProfile.Many && _fieldWeights[field] > 0;
            marks |= _fieldMarks[field];
        }

        // Written after what it stands for: who reads the number finds that.
        var number = sum > 0 ? _table.NumberOf(sum, isOpen, marks) : WeightTable.Nothing;
        Volatile.Write(ref _numbers[profile], number);
        return (sum > 0 ? sum : -1, number);
    }
}
