using System.Runtime.CompilerServices;
using Lind.Index.Encoding;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Postings;

/// <summary>One occurrence of a term in a row.</summary>
internal readonly record struct Hit(int Field, int Position, int Symbol);

/// <summary>Reads the positions of a term's rows; the layout is <see cref="PostingsWriter"/>'s. Not thread-safe.</summary>
internal sealed class PositionReader
{
    // Occurrences that are a whole value have no position. They get places behind all others, other places for each term: terms that
    // stand for one another count each by itself.
    private const int WholeFrom = 1 << 30;
    private const int WholePlacesOfATerm = 64;
    private const int MostWholePlaces = 1 << 23;
    private Region _bytes;
    private PositionLayout _layout = null!; // set by Reset
    private FrequentProfiles _profiles = null!; // set by Reset
    private ushort[] _scratch = new ushort[32];
    private Hit[] _hits = new Hit[16];
    private int _count;
    private bool _hasPositions;
    private readonly byte[] _usual = new byte[Schemas.TableSchema.MaxTextFields]; // by field: its usual symbol
    private bool[] _isWhole = [];    // by symbol
    private int _wholeAt; // where occurrences without a position are said to stand
    private int _block = -1;
    private int _run;      // within the block
    private int _expectedBlock = -1;
    private int _expectedRun;
    private int _fetched; // keeps the fetching from being left out
    private long _asideStart; // in bits from the start of the run; -1: not known yet
    private long _runStart; // where the run starts
    private Part _main;    // what concerns the fields that are not aside
    private Part _aside;   // what concerns the others; Bits -1: not started

    /// <summary>How this term's occurrences look.</summary>
    internal SymbolTable Symbols { get; private set; } = new();

    /// <summary>The occurrences in the row read last, by field and position.</summary>
    internal ReadOnlySpan<Hit> Hits => _hits.AsSpan(0, _count);

    internal void Reset(Region positions, ReadOnlySpan<byte> term, in TermPlace place, FrequentProfiles profiles, PositionLayout layout)
    {
        _bytes = positions.Slice(place.PositionsOffset, place.PositionsLength);
        _layout = layout;
        _profiles = profiles;
        _block = -1;
        _expectedBlock = -1;
        _hasPositions = HasPositions(term);
        var at = 0;
        foreach (var (field, _) in Symbols.Usual)
        {
            _usual[field] = 0;
        }

        Symbols = SymbolTable.Read(term, _bytes.From(0, int.MaxValue), ref at);
        foreach (var (field, symbol) in Symbols.Usual)
        {
            _usual[field] = checked((byte)symbol);
        }

        _isWhole = [.. Enumerable.Range(0, Symbols.Count).Select(Symbols.IsWhole)];
        _wholeAt = (int)WholeAt(place);
        _bytes = _bytes.Slice(at, _bytes.Length - at);
    }

    /// <summary>Where occurrences of a term that have no position are said to stand, one after the other.</summary>
    internal static uint WholeAt(in TermPlace place) =>
        (uint)(WholeFrom + (int)(place.PositionsOffset % MostWholePlaces * WholePlacesOfATerm));

    /// <summary>The engine's own terms, which start with a zero byte, have no positions: all their hits stand at 0.</summary>
    internal static bool HasPositions(ReadOnlySpan<byte> term) => term[0] != 0;

    /// <summary>Reads the occurrences in the row at a place of the cursor's loaded block.</summary>
    /// <remarks>Cheap if the rows of a block are asked for in ascending order.</remarks>
    /// <param name="cursor">The term's rows.</param>
    /// <param name="place">The row's place in the loaded block.</param>
    /// <param name="fieldMarks">By field: its marks; empty: all fields are wanted.</param>
    /// <param name="marks">Only fields with one of these marks are wanted.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Read(PostingsCursor cursor, int place, ReadOnlySpan<ulong> fieldMarks = default, ulong marks = 0)
    {
        _count = 0;
        if (!_hasPositions)
        {
            ReadWithoutPositions(cursor.Profiles[place]);
            return;
        }

        var run = place / PostingsWriter.RunLength;
        if (cursor.Block != _block || run != _run)
        {
            FindRun(cursor, run);
        }

        // Rows passed over may be unpacked into the scratch: codes that stand there are read again behind them.
        if (IsWanted(CodesOf(cursor, place).Mains, fieldMarks, marks))
        {
            ReadMain(cursor, place, fieldMarks, marks);
        }

        if (IsWanted(CodesOf(cursor, place).Asides, fieldMarks, marks))
        {
            ReadAside(cursor, place, fieldMarks, marks);
        }
    }

    /// <summary>Says that rows of the run around this place of the loaded block are about to be looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Expect(PostingsCursor cursor, int place)
    {
        var run = place / PostingsWriter.RunLength;
        if (cursor.Block != _expectedBlock || run != _expectedRun)
        {
            (_expectedBlock, _expectedRun) = (cursor.Block, run);
            var profiles = cursor.Profiles[(run * PostingsWriter.RunLength)..];
            _fetched += _profiles.Fetch(profiles[..Math.Min(profiles.Length, PostingsWriter.RunLength)]);
        }
    }

    /// <summary>The codes of a row's profile; valid until the next call of this reader.</summary>
    internal ReadOnlySpan<ushort> CodesOf(uint profile) => _profiles.CodesOf(profile, ref _scratch).All;

    private SplitCodes CodesOf(PostingsCursor cursor, int place) => _profiles.CodesOf(cursor.Profiles[place], ref _scratch);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadMain(PostingsCursor cursor, int place, ReadOnlySpan<ulong> fieldMarks, ulong marks)
    {
        if (place < _main.Next)
        {
            _main = StartOfRun;
        }

        var bytes = _bytes.From(_runStart, int.MaxValue);
        SkipRows(bytes, cursor.Profiles, ref _main, place, aside: false);
        ReadRow(bytes, CodesOf(cursor, place).Mains, ref _main, fieldMarks, marks);
    }

    private void ReadAside(PostingsCursor cursor, int place, ReadOnlySpan<ulong> fieldMarks, ulong marks)
    {
        var bytes = _bytes.From(_runStart, int.MaxValue);
        if (_asideStart < 0)
        {
            var main = _main;
            SkipRows(bytes, cursor.Profiles, ref main, Math.Min((_run + 1) * PostingsWriter.RunLength, cursor.Count), aside: false);
            _asideStart = main.Bits;
        }

        if (_aside.Bits < 0 || place < _aside.Next)
        {
            _aside = StartOfRun with { Bits = _asideStart };
        }

        SkipRows(bytes, cursor.Profiles, ref _aside, place, aside: true);
        ReadRow(bytes, CodesOf(cursor, place).Asides, ref _aside, fieldMarks, marks);
    }

    private Part StartOfRun => new() { Next = _run * PostingsWriter.RunLength };

    private static bool IsWanted(ReadOnlySpan<ushort> codes, ReadOnlySpan<ulong> fieldMarks, ulong marks)
    {
        if (fieldMarks.IsEmpty)
        {
            return !codes.IsEmpty;
        }

        foreach (var code in codes)
        {
            if ((fieldMarks[HitProfile.FieldOf(code)] & marks) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves a part to the row at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SkipRows(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> profiles, ref Part part, int place, bool aside)
    {
        if (part.Next >= place)
        {
            return;
        }

        var bits = new BitReader(bytes, part.Bits);
        var severalSymbols = Symbols.Count > 1;
        var orders = _layout.Orders;
        var isWhole = _isWhole;
        foreach (var profile in profiles[part.Next..place])
        {
            var all = _profiles.CodesOf(profile, ref _scratch);
            var codes = aside ? all.Asides : all.Mains;
            if (codes.IsEmpty)
            {
                continue;
            }

            var withSymbols = severalSymbols && bits.Read(1) != 0;
            foreach (var code in codes)
            {
                var hits = HitProfile.HitsOf(code);
                hits += hits == HitProfile.Many ? (int)bits.ReadGolomb(0) : 0;
                int usual = _usual[HitProfile.FieldOf(code)];
                int order = orders[HitProfile.FieldOf(code) * 2];
                int nextOrder = orders[(HitProfile.FieldOf(code) * 2) + 1];
                SkipHits(ref bits, hits, withSymbols, usual, isWhole, order, nextOrder);
            }
        }

        part = new Part { Next = place, Bits = bits.Position };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SkipHits(
        ref BitReader bits, int hits, bool withSymbols, int usual, bool[] isWhole, int order, int nextOrder)
    {
        if (!withSymbols)
        {
            for (; hits > 0 && !isWhole[usual]; hits--, order = nextOrder)
            {
                bits.SkipGolomb(order);
            }

            return;
        }

        for (; hits > 0; hits--)
        {
            if (!isWhole[SymbolOf((int)bits.ReadGolomb(0), usual)])
            {
                bits.SkipGolomb(order);
                order = nextOrder;
            }
        }
    }

    /// <summary>The symbol behind a written one: a field's usual symbol and 0 have changed places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SymbolOf(int written, int usual) => written == 0 ? usual : written == usual ? 0 : written;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadRow(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<ushort> codes, ref Part part, ReadOnlySpan<ulong> fieldMarks, ulong marks)
    {
        var bits = new BitReader(bytes, part.Bits);
        var withSymbols = Symbols.Count > 1 && bits.Read(1) != 0;
        var orders = _layout.Orders;
        var isWhole = _isWhole;
        foreach (var code in codes)
        {
            var field = HitProfile.FieldOf(code);
            var hits = HitProfile.HitsOf(code);
            hits += hits == HitProfile.Many ? (int)bits.ReadGolomb(0) : 0;
            int usual = _usual[field];
            int order = orders[field * 2];
            int nextOrder = orders[(field * 2) + 1];
            if (!fieldMarks.IsEmpty && (fieldMarks[field] & marks) == 0)
            {
                SkipHits(ref bits, hits, withSymbols, usual, isWhole, order, nextOrder);

                continue;
            }

            if (_count + hits > _hits.Length)
            {
                Array.Resize(ref _hits, Math.Max(_count + hits, _hits.Length * 2));
            }

            var target = _hits.AsSpan(_count, hits);
            var position = 0;
            for (var i = 0; i < target.Length; i++)
            {
                var symbol = withSymbols ? (int)bits.ReadGolomb(0) : 0;
                symbol = SymbolOf(symbol, usual);
                if (isWhole[symbol])
                {
                    target[i] = new Hit(field, _wholeAt + i, symbol);
                    continue;
                }

                position += (int)bits.ReadGolomb(order);
                order = nextOrder;
                target[i] = new Hit(field, position, symbol);
            }

            _count += hits;
        }

        part = new Part { Next = part.Next + 1, Bits = bits.Position };
    }

    private void ReadWithoutPositions(uint profile)
    {
        foreach (var code in CodesOf(profile))
        {
            if (_count == _hits.Length)
            {
                Array.Resize(ref _hits, _count * 2);
            }

            _hits[_count++] = new Hit(HitProfile.FieldOf(code), 0, 0);
        }
    }

    private void FindRun(PostingsCursor cursor, int run)
    {
        _block = cursor.Block;
        _run = run;
        _main = StartOfRun;
        _aside.Bits = -1;
        _asideStart = -1;
        _runStart = cursor.PositionsOffset(_block);
        var lengths = _bytes.From(_runStart, 64);
        var runs = (cursor.Count + PostingsWriter.RunLength - 1) / PostingsWriter.RunLength;
        int at = 0, skipped = 0;
        for (var i = 0; i < runs - 1; i++)
        {
            var length = VarInt.ReadInt(lengths, ref at);
            skipped += i < run ? length : 0;
        }

        _runStart += at + skipped;
    }

    /// <summary>How far one part of a run has been read.</summary>
    private record struct Part
    {
        /// <summary>The place in the block of the row that comes next.</summary>
        internal int Next { get; set; }

        /// <summary>Bits of the run before that row.</summary>
        internal long Bits { get; set; }
    }
}
