using System.Runtime.CompilerServices;

namespace Lind.Index.Queries;

/// <summary>Where the terms of one phrase slot stand in a row.</summary>
internal sealed class SlotPositions(TermPositions[] terms)
{
    private Occurrence[] _occurrences = new Occurrence[16];
    private int _count;
    private int _row; // the loaded row
    private ulong _marks;
    private bool _isPending; // whether the row's occurrences are still to be gathered

    /// <summary>Whether <see cref="Hits"/> tell all there is to know of a row: the slot has one term, and no written form is
    /// asked for.</summary>
    internal bool IsPlain { get; } = terms is [{ IsPlain: true }];

    /// <summary>Of a plain slot: the hits in the loaded row, as in <see cref="Occurrence.Packed"/>; some may be in fields of no
    /// interest.</summary>
    internal ReadOnlySpan<ulong> Hits => terms[0].Hits;

    /// <summary>What the hits of a plain slot weigh.</summary>
    internal float Weight => terms[0].Weight;

    /// <summary>The occurrences in the loaded row, ascending by field and position.</summary>
    internal ReadOnlySpan<Occurrence> Occurrences
    {
        get
        {
            if (_isPending)
            {
                Gather();
            }

            return _occurrences.AsSpan(0, _count);
        }
    }

    /// <summary>Whether marks are read along with positions, so that <see cref="MarksOf"/> costs no more than asking for several
    /// rows at once.</summary>
    internal bool ReadsRuns { get; } = Array.TrueForAll(terms, term => term.MarksComeWithRuns);

    /// <summary>The marks of the searched fields in which the slot stands in a row, see <see cref="ProfileWeights.FieldMarks"/>;
    /// cheap if rows ascend from call to call. Requires: <see cref="ReadsRuns"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong MarksOf(int row)
    {
        var marks = 0UL;
        foreach (var term in terms)
        {
            marks |= term.MarksOf(row);
        }

        return marks;
    }

    /// <summary>Clears what rows have no mark in common with, see <see cref="ProfileWeights.FieldMarks"/>.</summary>
    /// <param name="start">The window's first row.</param>
    /// <param name="places">The rows' places in the window, ascending; cheap if they ascend from call to call.</param>
    /// <param name="marks">Of each row the marks of fields that are of interest; those in which the slot does not stand are
    /// taken away.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Narrow(int start, ReadOnlySpan<int> places, Span<ulong> marks)
    {
        Span<ulong> own = stackalloc ulong[places.Length];
        own.Clear();
        foreach (var term in terms)
        {
            term.AddMarks(start, places, own);
        }

        for (var i = 0; i < own.Length; i++)
        {
            marks[i] &= own[i];
        }
    }

    /// <summary>Loads the positions of a row in the fields of some marks; false: there are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Load(int row, ulong marks)
    {
        (_row, _marks, _isPending) = (row, marks, true);
        return IsPlain ? terms[0].Load(row) : Occurrences.Length > 0;
    }

    private void Gather()
    {
        _count = 0;
        foreach (var term in terms)
        {
            term.AddTo(ref _occurrences, ref _count, _row, _marks);
        }

        if (terms.Length > 1)
        {
            _occurrences.AsSpan(0, _count).Sort();
            KeepOnePerPlace();
        }

        _isPending = false;
    }

    /// <summary>Of several terms of the slot at one place the weightiest stays.</summary>
    private void KeepOnePerPlace()
    {
        var kept = 0;
        for (var i = 1; i < _count; i++)
        {
            if (_occurrences[i].Place != _occurrences[kept].Place)
            {
                _occurrences[++kept] = _occurrences[i];
            }
            else if (_occurrences[i].Weight > _occurrences[kept].Weight)
            {
                _occurrences[kept] = _occurrences[i];
            }
        }

        _count = Math.Min(kept + 1, _count);
    }
}

/// <summary>A token of a row, as phrases see it. Ordered by field, then position.</summary>
internal readonly record struct Occurrence(ulong Packed, float Weight) : IComparable<Occurrence>
{
    internal const int FieldShift = 40;
    internal const int PlaceShift = 8;
    internal const ulong FirstFlag = 1;
    internal const ulong LastFlag = 2;

    internal Occurrence(int field, int position, byte ends, float weight)
        : this(((ulong)field << FieldShift) | ((ulong)(uint)position << PlaceShift) | ends, weight)
    {
    }

    /// <summary>Field and position in one number: the next position is one more.</summary>
    internal long Place
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (long)(Packed >> PlaceShift);
    }

    internal int Field => (int)(Packed >> FieldShift);

    internal bool IsFirst => (Packed & FirstFlag) != 0;

    internal bool IsLast => (Packed & LastFlag) != 0;

    public int CompareTo(Occurrence other) => Packed.CompareTo(other.Packed);
}
