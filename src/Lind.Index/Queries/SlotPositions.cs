using System.Runtime.CompilerServices;
using Lind.Index.Postings;
using Lind.Index.Segments;
using Lind.Index.Terms;

namespace Lind.Index.Queries;

/// <summary>Where the terms of one phrase slot stand in a row.</summary>
internal sealed class SlotPositions(TermPositions[] terms)
{
    private Occurrence[] _occurrences = new Occurrence[16];
    private int _count;

    /// <summary>The occurrences in the loaded row, ascending by field and position.</summary>
    internal ReadOnlySpan<Occurrence> Occurrences => _occurrences.AsSpan(0, _count);

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
        _count = 0;
        foreach (var term in terms)
        {
            term.AddTo(ref _occurrences, ref _count, row, marks);
        }

        if (terms.Length > 1)
        {
            _occurrences.AsSpan(0, _count).Sort();
            KeepOnePerPlace();
        }

        return _count > 0;
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
    internal Occurrence(int field, int position, byte ends, float weight)
        : this(((ulong)field << 40) | ((ulong)(uint)position << 8) | ends, weight)
    {
    }

    /// <summary>Field and position in one number: the next position is one more.</summary>
    internal long Place
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (long)(Packed >> 8);
    }

    internal int Field => (int)(Packed >> 40);

    internal bool IsFirst => (Packed & 1) != 0;

    internal bool IsLast => (Packed & 2) != 0;

    public int CompareTo(Occurrence other) => Packed.CompareTo(other.Packed);
}

/// <summary>Reads where one term stands, row by row in ascending order.</summary>
internal sealed class TermPositions
{
    private readonly PostingsCursor _cursor = new();
    private readonly PositionReader _positions = new();
    private readonly TableReader _table;
    private readonly Term _term;
    private readonly TermPlace _place;
    private readonly ProfileWeights _profileWeights;
    private bool[]? _wanted; // by symbol; null: all
    private byte[] _ends = []; // by symbol: 1: stands first in its value, 2: last
    private ushort[] _scratch = new ushort[32];
    private bool _isOpen; // whether the positions have been begun with
    private int _block;
    private int _at;
    private int _fetched; // keeps the fetching from being left out

    internal TermPositions(SearchContext context, in Term term, in TermPlace place, FieldWeights fields)
    {
        (_table, _term, _place) = (context.Reader, term, place);
        _profileWeights = ProfileWeights.Of(_table, fields);
        _cursor.Reset(_table.Postings, place);
        if (term.Surface is not null)
        {
            Open();
        }
    }

    /// <summary>Whether the surface asked for occurs at all.</summary>
    internal bool CanMatch => _wanted is null || _wanted.Contains(true);

    /// <summary>Adds to the marks of rows those of the searched fields in which the term stands there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void AddMarks(int start, ReadOnlySpan<int> places, Span<ulong> marks)
    {
        Span<uint> profiles = stackalloc uint[places.Length];
        Span<int> found = stackalloc int[places.Length];
        var count = 0;
        for (var i = 0; i < places.Length; i++)
        {
            if (Find((uint)(start + places[i])))
            {
                profiles[count] = _cursor.Profiles[_at];
                found[count++] = i;
            }
        }

        var told = _profileWeights.Table.Marks;
        if (told.IsEmpty)
        {
            _fetched += _table.FrequentProfiles.Fetch(profiles[..count]);
        }

        for (var i = 0; i < count; i++)
        {
            var number = told.IsEmpty ? WeightTable.NotNumbered : _profileWeights.NumberOf(profiles[i]);
            marks[found[i]] |= number != WeightTable.NotNumbered ? told[number] : MarksByCodes(profiles[i]);
        }
    }

    /// <summary>Adds where the term stands in a row, in the fields of some marks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void AddTo(ref Occurrence[] target, ref int count, int row, ulong marks)
    {
        if (!Find((uint)row))
        {
            return;
        }

        if (!_isOpen)
        {
            Open();
        }

        _positions.Expect(_cursor, _at);
        _positions.Read(_cursor, _at, _profileWeights.FieldMarks, marks);
        var hits = _positions.Hits;
        if (count + hits.Length > target.Length)
        {
            Array.Resize(ref target, Math.Max(target.Length * 2, count + hits.Length));
        }

        var free = target.AsSpan(count, hits.Length);
        var added = 0;
        foreach (ref readonly var hit in hits)
        {
            if (_wanted is null || _wanted[hit.Symbol])
            {
                free[added++] = new Occurrence(hit.Field, hit.Position, _ends[hit.Symbol], _term.Weight);
            }
        }

        count += added;
    }

    /// <summary>Reads how the term's occurrences look. Most phrases of a search are never looked for that far in a segment.</summary>
    private void Open()
    {
        _positions.Reset(_table.Positions, _term.Bytes.Span, _place, _table.FrequentProfiles, _table.Layout);
        var symbols = _positions.Symbols;
        _ends = [.. Enumerable.Range(0, symbols.Count).Select(symbol =>
            (byte)((symbols.IsFirst(symbol) ? 1 : 0) | (symbols.IsLast(symbol) ? 2 : 0)))];
        if (_term.Surface is { } surface)
        {
            _wanted = [.. Enumerable.Range(0, symbols.Count).Select(symbol => symbols.SurfaceOf(symbol).SequenceEqual(surface.Span))];
        }

        _isOpen = true;
    }

    private ulong MarksByCodes(uint profile)
    {
        var fieldMarks = _profileWeights.FieldMarks;
        var marks = 0UL;
        foreach (var code in _table.FrequentProfiles.CodesOf(profile, ref _scratch).All)
        {
            marks |= fieldMarks[HitProfile.FieldOf(code)];
        }

        return marks;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Find(uint row)
    {
        // Most rows asked for lie in the block at hand.
        var loaded = _cursor.Rows;
        if ((loaded.IsEmpty || row < loaded[0] || row > loaded[^1]) && !LoadFor(row))
        {
            return false;
        }

        var rows = _cursor.Rows;
        _at = _at < rows.Length && rows[_at] <= row ? _at : 0;
        while (_at < rows.Length && rows[_at] < row)
        {
            _at++;
        }

        return _at < rows.Length && rows[_at] == row;
    }

    private bool LoadFor(uint row)
    {
        var block = _cursor.FindBlock(_cursor.StartFor(_block, row), row);
        if (block >= _cursor.Blocks)
        {
            return false;
        }

        if (block != _cursor.Block)
        {
            _cursor.Load(block);
            _block = block;
            _at = 0;
        }

        return true;
    }
}
