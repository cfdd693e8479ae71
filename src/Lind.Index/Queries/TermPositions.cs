using System.Runtime.CompilerServices;
using Lind.Index.Postings;
using Lind.Index.Segments;
using Lind.Index.Terms;

namespace Lind.Index.Queries;

/// <summary>Reads where one term stands, row by row in ascending order.</summary>
internal sealed class TermPositions
{
    private readonly PostingsCursor _cursor = new();
    private readonly TableReader _table;
    private readonly Term _term;
    private readonly TermPlace _place;
    private readonly ProfileWeights _profileWeights;
    private readonly bool _hasRuns; // whether the runs have all that is asked for
    private RunPositions? _runs; // made when first needed: most phrases of a search are never looked for that far in a segment
    private PositionReader? _others; // the same, for what is not in the runs
    private bool[]? _wanted; // by symbol; null: all
    private byte[] _ends = []; // by symbol: 1: stands first in its value, 2: last
    private ushort[] _scratch = new ushort[32];
    private int _block;
    private int _at;
    private int _fetched; // keeps the fetching from being left out

    internal TermPositions(SearchContext context, in Term term, in TermPlace place, FieldWeights fields)
    {
        (_table, _term, _place) = (context.Reader, term, place);
        _profileWeights = ProfileWeights.Of(_table, fields);
        _cursor.Reset(_table.Postings, place);
        _hasRuns = PositionReader.HasPositions(term.Bytes.Span) && !fields.Fields.Any(field => field >= _table.Layout.AsideFrom);
        CanMatch = term.Surface is null || (_hasRuns ? Runs.CanMatch : Others.Symbols.Count > 0 && _wanted!.Contains(true));
    }

    /// <summary>Whether the surface asked for occurs at all.</summary>
    internal bool CanMatch { get; }

    /// <summary>Whether <see cref="Hits"/> tell all there is to know of a row.</summary>
    internal bool IsPlain => _hasRuns && _term.Surface is null;

    /// <summary>Of a plain term: where it stands in the loaded row.</summary>
    internal ReadOnlySpan<ulong> Hits => Runs.HitsOf(_cursor, _at);

    /// <summary>What each occurrence weighs.</summary>
    internal float Weight => _term.Weight;

    private RunPositions Runs => _runs ??= new RunPositions(
        _table.Positions, _term.Bytes.Span, _term.Surface, _place, _table.ProfileSlots, _table.Layout, _profileWeights.FieldMarks);

    private PositionReader Others => _others ?? Open();

    /// <summary>Goes to a row; false: the term has it not.</summary>
    internal bool Load(int row) => Find((uint)row);

    /// <summary>Whether the marks of a row come with its run.</summary>
    internal bool MarksComeWithRuns => _hasRuns && _profileWeights.Table.Marks.IsEmpty;

    /// <summary>The marks of the searched fields in which the term stands in a row. Requires:
    /// <see cref="MarksComeWithRuns"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong MarksOf(int row) => Find((uint)row) ? Runs.MarksOf(_cursor, _at) : 0;

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

        if (_hasRuns)
        {
            AddHits(ref target, ref count, marks);
        }
        else
        {
            AddOthers(ref target, ref count, marks);
        }
    }

    private void AddHits(ref Occurrence[] target, ref int count, ulong marks)
    {
        var fieldMarks = _profileWeights.FieldMarks;
        var hits = Hits;
        Room(ref target, count + hits.Length);
        foreach (var hit in hits)
        {
            var occurrence = new Occurrence(hit, _term.Weight);
            if ((fieldMarks[occurrence.Field] & marks) != 0 && (hit & RunPositions.Other) == 0)
            {
                target[count++] = occurrence;
            }
        }
    }

    private void AddOthers(ref Occurrence[] target, ref int count, ulong marks)
    {
        var positions = Others;
        positions.Expect(_cursor, _at);
        positions.Read(_cursor, _at, _profileWeights.FieldMarks, marks);
        Room(ref target, count + positions.Hits.Length);
        foreach (ref readonly var hit in positions.Hits)
        {
            if (_wanted is null || _wanted[hit.Symbol])
            {
                target[count++] = new Occurrence(hit.Field, hit.Position, _ends[hit.Symbol], _term.Weight);
            }
        }
    }

    private static void Room(ref Occurrence[] target, int needed)
    {
        if (needed > target.Length)
        {
            Array.Resize(ref target, Math.Max(target.Length * 2, needed));
        }
    }

    /// <summary>Reads how the term's occurrences look.</summary>
    private PositionReader Open()
    {
        _others = new PositionReader();
        _others.Reset(_table.Positions, _term.Bytes.Span, _place, _table.FrequentProfiles, _table.Layout);
        var symbols = _others.Symbols;
        _ends = [.. Enumerable.Range(0, symbols.Count).Select(symbol =>
            (byte)((symbols.IsFirst(symbol) ? 1 : 0) | (symbols.IsLast(symbol) ? 2 : 0)))];
        if (_term.Surface is { } surface)
        {
            _wanted = [.. Enumerable.Range(0, symbols.Count).Select(symbol => symbols.SurfaceOf(symbol).SequenceEqual(surface.Span))];
        }

        return _others;
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
