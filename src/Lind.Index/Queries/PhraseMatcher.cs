using System.Runtime.CompilerServices;

namespace Lind.Index.Queries;

/// <summary>Finds a phrase among the loaded occurrences of its slots.</summary>
internal sealed class PhraseMatcher(SlotPositions[] slots, PhraseQuery query)
{
    private readonly int[] _at = new int[slots.Length];
    private readonly bool _isPlain = slots.Length > 1 && query is { Slop: 0, Ordered: true, Coverage: Coverage.Contains }
        && Array.TrueForAll(slots, slot => slot.IsPlain);

    private readonly float _plainWeight = slots.Min(slot => slot.IsPlain ? slot.Weight : 0);
    private readonly NearMatcher _near = new(slots, query);

    /// <summary>Of the last match in order: the part of hits whose slots stand side by side.</summary>
    internal float SideBySide { get; private set; }

    /// <summary>The sum over the phrase's hits of field weight, term weight and closeness; 0: no hit.</summary>
    internal float Match()
    {
        SideBySide = 0;
        if (_isPlain)
        {
            return MatchPlain();
        }

        Array.Clear(_at);
        return slots.Length == 1 || (query.Slop == 0 && query.Ordered) ? MatchExact() : query.Ordered ? MatchOrdered() : _near.Match();
    }

    // Two words to begin with: most rows end there, or need no more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float MatchPlain()
    {
        var sum = 0f;
        var seconds = slots[1].Hits;
        var at = 0;
        foreach (var first in slots[0].Hits)
        {
            var wanted = (first >> Occurrence.PlaceShift) + 1;
            while (at < seconds.Length && seconds[at] >> Occurrence.PlaceShift < wanted)
            {
                at++;
            }

            if (at == seconds.Length)
            {
                break;
            }

            var second = seconds[at];
            if (second >> Occurrence.PlaceShift == wanted && StandTogether(first, second)
                && (slots.Length == 2 || GoesOn(second)))
            {
                sum += _plainWeight * query.Fields[(int)(first >> Occurrence.FieldShift)];
            }
        }

        return sum;
    }

    /// <summary>Whether the slots behind the second one stand where they should.</summary>
    private bool GoesOn(ulong last)
    {
        for (var slot = 2; slot < slots.Length; slot++)
        {
            var next = ulong.MaxValue;
            foreach (var hit in slots[slot].Hits)
            {
                if (hit >> Occurrence.PlaceShift == (last >> Occurrence.PlaceShift) + 1)
                {
                    next = hit;
                    break;
                }
            }

            if (next == ulong.MaxValue || !StandTogether(last, next))
            {
                return false;
            }

            last = next;
        }

        return true;
    }

    private static bool StandTogether(ulong first, ulong second) => (first & Occurrence.LastFlag) == 0 && (second & Occurrence.FirstFlag) == 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float MatchExact()
    {
        var sum = 0f;
        foreach (ref readonly var first in slots[0].Occurrences)
        {
            if (query.Coverage is Coverage.StartsWith or Coverage.FullMatch && !first.IsFirst)
            {
                continue;
            }

            var weight = first.Weight;
            var last = first;
            for (var slot = 1; slot < slots.Length && weight > 0; slot++)
            {
                var before = last;
                weight = Find(slot, first.Place + slot, out last) && StandTogether(before, last) ? Math.Min(weight, last.Weight) : 0;
            }

            if (weight > 0 && (query.Coverage is not (Coverage.EndsWith or Coverage.FullMatch) || last.IsLast))
            {
                sum += weight * query.Fields[first.Field];
            }
        }

        return sum;
    }

    /// <summary>For each first token the nearest following tokens in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float MatchOrdered()
    {
        var sum = 0f;
        foreach (ref readonly var first in slots[0].Occurrences)
        {
            var last = first;
            var weight = first.Weight;
            for (var slot = 1; slot < slots.Length && weight > 0; slot++)
            {
                var before = last;
                weight = FindAfter(slot, before.Place, out last) && StandTogether(before, last) ? Math.Min(weight, last.Weight) : 0;
            }

            var excess = last.Place - first.Place - (slots.Length - 1);
            if (weight > 0 && excess <= query.Slop)
            {
                var hit = weight * query.Fields[first.Field];
                sum += hit / (1 + excess);
                SideBySide += excess == 0 ? hit : 0;
            }
        }

        return sum;
    }

    /// <summary>Whether two tokens may stand in one value: not if the first ends its value or the second starts one.</summary>
    private static bool StandTogether(in Occurrence first, in Occurrence second) => !first.IsLast && !second.IsFirst;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Find(int slot, long place, out Occurrence found)
    {
        var occurrences = slots[slot].Occurrences;
        ref var at = ref _at[slot];
        while (at < occurrences.Length && occurrences[at].Place < place)
        {
            at++;
        }

        found = at < occurrences.Length ? occurrences[at] : default;
        return at < occurrences.Length && found.Place == place;
    }

    private bool FindAfter(int slot, long place, out Occurrence found) => Find(slot, NextPlace(slot, place), out found);

    /// <summary>The place of the slot's first token behind a place; past all if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long NextPlace(int slot, long place)
    {
        var occurrences = slots[slot].Occurrences;
        var at = _at[slot];
        while (at < occurrences.Length && occurrences[at].Place <= place)
        {
            at++;
        }

        return at < occurrences.Length ? occurrences[at].Place : long.MaxValue;
    }
}
