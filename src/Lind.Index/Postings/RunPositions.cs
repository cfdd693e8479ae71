using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lind.Index.Encoding;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Postings;

/// <summary>Reads a term's positions in fields that are not aside, a run of rows at a time; the layout is
/// <see cref="PostingsWriter"/>'s. Not thread-safe.</summary>
/// <remarks>Where phrases of frequent words are looked for, most rows of a run are wanted: looking up one by one what has to be passed
/// over before each took longer than reading all of them once.</remarks>
internal sealed class RunPositions
{
    /// <summary>Marks a hit in another written form than the one that is wanted.</summary>
    internal const byte Other = 4;

    private const int RunLength = PostingsWriter.RunLength;
    private readonly RunDecoder _decoder = new();
    private readonly int[] _starts = new int[RunLength + 1]; // of the run: where each row's codes start
    private readonly ProfileSlots _slots;
    private readonly Region _bytes;      // of the whole table
    private readonly long _offset;       // where those of the term start, behind its symbols
    private readonly byte[]? _copy;      // of the last term of a table, behind which there is nothing to read
    private readonly ulong[] _table;     // by code of a slot, then by profile code: see RunDecoder.CodeOf
    private readonly ulong[] _codeMarks; // the same way: the marks of its field
    private readonly byte[] _looks;      // rows of looks, see ByUsualSymbol
    private readonly int _symbols;
    private readonly uint _wholeAt;      // where occurrences without a position are said to stand
    private ushort[] _codes = new ushort[RunLength * (ProfileSlots.Head + 1)];
    private Vector128<byte>[] _ranked = []; // by rank: its slot; 0: not looked up yet
    private int[] _runStarts = new int[BlockPacking.Count / RunLength];
    private int _runsOf = -1; // the block whose runs' starts are known
    private int _block = -1;
    private int _run;         // within the block
    private bool _isBegun;    // whether hits of the run were asked for before

    /// <param name="positions">The table's positions.</param>
    /// <param name="term">The term.</param>
    /// <param name="surface">The written form that is wanted; null: all.</param>
    /// <param name="place">The term's place.</param>
    /// <param name="slots">The table's profiles.</param>
    /// <param name="layout">How positions are coded.</param>
    /// <param name="fieldMarks">By field: its marks.</param>
    internal RunPositions(
        Region positions, ReadOnlySpan<byte> term, ReadOnlyMemory<byte>? surface, in TermPlace place, ProfileSlots slots,
        PositionLayout layout, ReadOnlySpan<ulong> fieldMarks)
    {
        _slots = slots;
        _wholeAt = PositionReader.WholeAt(place);
        var bytes = positions.Slice(place.PositionsOffset, place.PositionsLength);
        var at = 0;
        var symbols = SymbolTable.Read(term, bytes.From(0, int.MaxValue), ref at);
        _bytes = positions;
        _offset = place.PositionsOffset + at;
        if (place.PositionsOffset + place.PositionsLength + RunDecoder.Behind > positions.Length)
        {
            _copy = new byte[bytes.Length - at + RunDecoder.Behind];
            bytes.From(at, int.MaxValue).CopyTo(_copy);
        }

        _symbols = symbols.Count;
        var looks = LooksOf(symbols, surface);
        Span<byte> looksOf = stackalloc byte[Schemas.TableSchema.MaxTextFields];
        _looks = ByUsualSymbol(symbols, looks, looksOf);
        _table = new ulong[ProfileSlots.Codes + slots.Asides];
        _codeMarks = new ulong[_table.Length];
        for (var i = 0; i < _table.Length; i++)
        {
            var code = i < ProfileSlots.Codes ? slots.ProfileCodes[i] : (ushort)(i - ProfileSlots.Codes);
            var field = HitProfile.FieldOf(code);
            _table[i] = RunDecoder.CodeOf(
                field, HitProfile.HitsOf(code), layout.Orders[field * 2], layout.Orders[(field * 2) + 1], looksOf[field],
                _looks[looksOf[field] * _symbols]);
            _codeMarks[i] = fieldMarks[field];
        }
    }

    /// <summary>Whether a written form that is wanted occurs at all.</summary>
    internal bool CanMatch => _looks.AsSpan().ContainsAnyInRange<byte>(0, RunDecoder.Whole);

    /// <summary>A row of looks for each symbol that is usual in some field: there it has changed places with symbol 0. A row for each,
    /// since asking at each hit which one is meant is hard to foresee.</summary>
    /// <param name="symbols">How the term's occurrences look.</param>
    /// <param name="looks">By symbol: how hits look.</param>
    /// <param name="rowOf">Guarantees: by field, its row.</param>
    private static byte[] ByUsualSymbol(SymbolTable symbols, byte[] looks, Span<byte> rowOf)
    {
        rowOf.Clear();
        var usual = new List<int> { 0 };
        foreach (var (field, symbol) in symbols.Usual)
        {
            if (!usual.Contains(symbol))
            {
                usual.Add(symbol);
            }

            rowOf[field] = checked((byte)usual.IndexOf(symbol));
        }

        var rows = new byte[usual.Count * looks.Length];
        for (var i = 0; i < usual.Count; i++)
        {
            var row = rows.AsSpan(i * looks.Length, looks.Length);
            looks.CopyTo(row);
            (row[0], row[usual[i]]) = (row[usual[i]], row[0]);
        }

        return rows;
    }

    private static byte[] LooksOf(SymbolTable symbols, ReadOnlyMemory<byte>? surface)
    {
        var looks = new byte[symbols.Count];
        for (var i = 0; i < looks.Length; i++)
        {
            var isOther = surface is { } wanted && !symbols.SurfaceOf(i).SequenceEqual(wanted.Span);
            looks[i] = (byte)((symbols.IsFirst(i) ? RunDecoder.First : 0) | (symbols.IsLast(i) ? RunDecoder.Last : 0) | (isOther ? Other : 0));
        }

        return looks;
    }

    /// <summary>The marks of the fields in which the term stands in the row at a place of the cursor's loaded block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal ulong MarksOf(PostingsCursor cursor, int place)
    {
        if (cursor.Block != _block || place / RunLength != _run)
        {
            Begin(cursor, place / RunLength);
        }

        var row = place % RunLength;
        var marks = 0UL;
        foreach (var code in _codes.AsSpan(_starts[row].._starts[row + 1]))
        {
            marks |= _codeMarks[code];
        }

        return marks;
    }

    /// <summary>The hits in the row at a place of the cursor's loaded block, see <see cref="RunDecoder"/>; valid until the next
    /// call.</summary>
    internal ReadOnlySpan<ulong> HitsOf(PostingsCursor cursor, int place)
    {
        var run = place / RunLength;
        if (cursor.Block != _block || run != _run)
        {
            Begin(cursor, run);
        }

        if (_decoder.Count <= place % RunLength)
        {
            Decode(cursor, place % RunLength);
        }

        return _decoder[place % RunLength];
    }

    /// <summary>Looks up the codes of a run's rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Begin(PostingsCursor cursor, int run)
    {
        var codes = cursor.Codes;
        if (_ranked.Length == 0 && cursor.Ranked.Length > 0)
        {
            _ranked = new Vector128<byte>[cursor.Ranked.Length];
        }

        if (cursor.Block != _block)
        {
            Expect(cursor, run);
        }

        Expect(cursor, run + 1);
        (_block, _run, _isBegun) = (cursor.Block, run, false);
        _decoder.Reset();
        var at = 0;
        var rows = codes[(run * RunLength)..Math.Min(codes.Length, (run + 1) * RunLength)];
        for (var i = 0; i < rows.Length; i++)
        {
            _starts[i] = at;
            var code = rows[i];
            var slot = code < (uint)_ranked.Length ? RankedSlot(cursor, code) : _slots[code - (uint)_ranked.Length];
            var head = slot.GetElement(ProfileSlots.Head);
            if (head == ProfileSlots.Unfit)
            {
                at = AddUnfit(cursor.Profiles[(run * RunLength) + i], at);
            }
            else
            {
                at = Add(slot, head - 1, at);
            }
        }

        _starts[rows.Length] = at;
    }

    // Behind the codes there is always room for a whole slot.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Add(Vector128<byte> slot, int count, int at)
    {
        var target = _codes.AsSpan(at, Vector128<byte>.Count);
        Vector128.WidenLower(slot).CopyTo(target);
        Vector128.WidenUpper(slot).CopyTo(target[Vector128<ushort>.Count..]);
        return at + count;
    }

    private int AddUnfit(uint profile, int at)
    {
        var codes = _slots.CodesOf(profile);
        var needed = at + codes.Length + (RunLength * Vector128<byte>.Count);
        if (_codes.Length < needed)
        {
            Array.Resize(ref _codes, needed * 2);
        }

        foreach (var code in codes)
        {
            _codes[at++] = (ushort)(ProfileSlots.Codes + code);
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> RankedSlot(PostingsCursor cursor, uint rank)
    {
        var slot = _ranked[rank];
        return slot.GetElement(ProfileSlots.Head) != 0 ? slot : _ranked[rank] = _slots[cursor.Ranked[(int)rank]];
    }

    private void Expect(PostingsCursor cursor, int run)
    {
        var codes = cursor.Codes;
        if (run * RunLength >= codes.Length)
        {
            return;
        }

        foreach (var code in codes[(run * RunLength)..Math.Min(codes.Length, (run + 1) * RunLength)])
        {
            if (code >= (uint)_ranked.Length)
            {
                _slots.Expect(code - (uint)_ranked.Length);
            }
        }
    }

    // The first time up to the row asked for, then to the end: of some runs one row is wanted, of others most.
    private void Decode(PostingsCursor cursor, int row)
    {
        var rows = Math.Min(RunLength, cursor.Count - (_run * RunLength));
        if (_runsOf != _block)
        {
            FindRuns(cursor);
        }

        _decoder.Read(
            BytesFrom(_runStarts[_run]), _codes, _starts, _isBegun ? rows : row + 1, _table, _looks, _symbols, _wholeAt);
        _isBegun = true;
    }

    private ReadOnlySpan<byte> BytesFrom(int start) => _copy is null ? _bytes.From(_offset + start, int.MaxValue) : _copy.AsSpan(start);

    private void FindRuns(PostingsCursor cursor)
    {
        _runsOf = _block;
        var start = cursor.PositionsOffset(_block);
        var lengths = BytesFrom(start);
        var runs = (cursor.Count + RunLength - 1) / RunLength;
        var at = 0;
        for (var i = 0; i < runs - 1; i++)
        {
            _runStarts[i + 1] = VarInt.ReadInt(lengths, ref at);
        }

        _runStarts[0] = start + at;
        for (var i = 1; i < runs; i++)
        {
            _runStarts[i] += _runStarts[i - 1];
        }
    }
}
