using System.Runtime.CompilerServices;
using Lind.Index.Postings;

namespace Lind.Index.Queries;

/// <summary>Where the terms of one phrase slot stand in a row.</summary>
internal sealed class SlotPositions(TermPositions[] terms)
{
    private Occurrence[] _occurrences = new Occurrence[16];
    private int _count;

    /// <summary>The occurrences in the loaded row, ascending by field and position.</summary>
    internal ReadOnlySpan<Occurrence> Occurrences => _occurrences.AsSpan(0, _count);

    /// <summary>Goes to a row (cheap if rows ascend from call to call); returns the marks of the searched fields in which a term
    /// of the slot stands there, see <see cref="ProfileWeights.FieldMarks"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal ulong Seek(uint row)
    {
        var marks = 0UL;
        foreach (var term in terms)
        {
            marks |= term.Seek(row);
        }

        return marks;
    }

    /// <summary>Loads the positions of the row in the fields of some marks; false: there are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Load(ulong marks)
    {
        _count = 0;
        foreach (var term in terms)
        {
            term.AddTo(ref _occurrences, ref _count, marks);
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
    private readonly bool[]? _wanted; // by symbol; null: all
    private readonly byte[] _ends; // by symbol: 1: stands first in its value, 2: last
    private readonly float _weight;
    private readonly ProfileWeights _profileWeights;
    private int _block;
    private int _at;
    private bool _isThere;

    internal TermPositions(SearchContext context, in Term term, in Terms.TermPlace place, FieldWeights fields)
    {
        _profileWeights = ProfileWeights.Of(context.Reader, fields);
        var table = context.Reader;
        _cursor.Reset(table.Postings, place);
        _positions.Reset(table.Positions, term.Bytes.Span, place, table.FrequentProfiles, table.Layout);
        _ends = [.. Enumerable.Range(0, _positions.Symbols.Count).Select(symbol =>
            (byte)((_positions.Symbols.IsFirst(symbol) ? 1 : 0) | (_positions.Symbols.IsLast(symbol) ? 2 : 0)))];
        _weight = term.Weight;
        if (term.Surface is { } surface)
        {
            _wanted = new bool[_positions.Symbols.Count];
            for (var symbol = 0; symbol < _wanted.Length; symbol++)
            {
                _wanted[symbol] = _positions.Symbols.SurfaceOf(symbol).SequenceEqual(surface.Span);
            }
        }
    }

    /// <summary>Whether the surface asked for occurs at all.</summary>
    internal bool CanMatch => _wanted is null || _wanted.Contains(true);

    /// <summary>Goes to a row; returns the marks of the searched fields in which the term stands there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal ulong Seek(uint row)
    {
        _isThere = Find(row);
        if (!_isThere)
        {
            return 0;
        }

        _positions.Expect(_cursor, _at);

        // Added up from the codes, which reading needs next: a table of marks by profile costs one more miss of the caches.
        var fieldMarks = _profileWeights.FieldMarks;
        var marks = 0UL;
        foreach (var code in _positions.CodesOf(_cursor.Profiles[_at]))
        {
            marks |= fieldMarks[HitProfile.FieldOf(code)];
        }

        return marks;
    }

    /// <summary>Adds where the term stands in the row, in the fields of some marks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void AddTo(ref Occurrence[] target, ref int count, ulong marks)
    {
        if (!_isThere)
        {
            return;
        }

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
                free[added++] = new Occurrence(hit.Field, hit.Position, _ends[hit.Symbol], _weight);
            }
        }

        count += added;
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
