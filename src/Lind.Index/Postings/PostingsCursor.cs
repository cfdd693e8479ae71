using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lind.Index.Encoding;
using Lind.Index.Storage;
using Lind.Index.Terms;

namespace Lind.Index.Postings;

/// <summary>Reads a term's rows and profiles block by block; the layout is <see cref="PostingsWriter"/>'s.</summary>
/// <remarks>Not thread-safe; reusable through <see cref="Reset"/>. Blocks move forward only by the caller's will: any
/// block can be loaded at any time.</remarks>
internal sealed class PostingsCursor
{
    private readonly uint[] _rows = new uint[BlockPacking.Count];
    private readonly uint[] _codes = new uint[BlockPacking.Count];
    private readonly uint[] _profiles = new uint[BlockPacking.Count];
    private Region _postings;
    private TermPlace _place;
    private int _full;
    private int _listBytes; // up to the first block
    private int _rankedAt;  // where the ranked profiles stand
    private uint[] _ranked = [];
    private int _rankedCount; // -1: not read yet
    private int _codesAt;
    private bool _codesLoaded;
    private bool _profilesLoaded;

    /// <summary>How many rows hold the term.</summary>
    internal int RowCount => _place.Rows;

    /// <summary>How many blocks there are, the tail included.</summary>
    internal int Blocks { get; private set; }

    /// <summary>The loaded block; -1: none.</summary>
    internal int Block { get; private set; }

    /// <summary>The rows of the loaded block, ascending.</summary>
    internal ReadOnlySpan<uint> Rows => _rows.AsSpan(0, Count);

    /// <summary>How many rows the loaded block has.</summary>
    internal int Count { get; private set; }

    /// <summary>The profiles of the loaded block's rows.</summary>
    internal ReadOnlySpan<uint> Profiles
    {
        get
        {
            if (!_profilesLoaded)
            {
                ToProfiles(Codes, _profiles);
                _profilesLoaded = true;
            }

            return _profiles.AsSpan(0, Count);
        }
    }

    /// <summary>The profiles of the loaded block's rows as codes: a place among <see cref="Ranked"/>, or as many more than a
    /// profile as those are.</summary>
    internal ReadOnlySpan<uint> Codes
    {
        get
        {
            if (!_codesLoaded)
            {
                LoadCodes();
            }

            return _codes.AsSpan(0, Count);
        }
    }

    /// <summary>The profiles that several of the term's rows have. Only when <see cref="Codes"/> have been asked for.</summary>
    internal ReadOnlySpan<uint> Ranked => _ranked.AsSpan(0, _rankedCount);

    /// <summary>Starts on a term.</summary>
    internal void Reset(Region postings, in TermPlace place)
    {
        _place = place;
        _full = place.Rows / BlockPacking.Count;
        var tail = place.Rows % BlockPacking.Count > 0 ? 1 : 0;
        Blocks = _full + tail;
        Block = -1;
        Count = 0;
        _postings = place.Rows == 1 ? default : postings.Slice(place.PostingsOffset, place.PostingsLength);
        _rankedCount = -1;
        _listBytes = 0;
        if (_full > 0)
        {
            _rankedAt = ((3 * _full) + tail + 1) * 4;
            _listBytes = _rankedAt + (int)MemoryMarshal.Read<uint>(_postings.Bytes(_rankedAt - 4, 4));
        }
    }

    /// <summary>The last row of each full block.</summary>
    internal ReadOnlySpan<uint> LastRows => MemoryMarshal.Cast<byte, uint>(_postings.Bytes(0, _full * 4));

    /// <summary>Where the positions of a block start, counted from the end of the symbol table.</summary>
    internal int PositionsOffset(int block)
    {
        var lists = _full == 0 ? default : MemoryMarshal.Cast<byte, uint>(_postings.Bytes(_full * 8, _rankedAt - 4 - (_full * 8)));
        return _full == 0 ? 0 : (int)lists[block];
    }

    /// <summary>Where to start looking for a row: the given block, or the first one if the row lies before that.</summary>
    internal int StartFor(int block, uint row)
    {
        if (block == 0 || _full == 0)
        {
            return 0;
        }

        // Whoever has gone past the tail may still want a row of it.
        block = Math.Min(block, _full);
        return LastRows[block - 1] >= row ? 0 : block;
    }

    /// <summary>The first block at or after the given one that may hold a row not below <paramref name="row"/>;
    /// <see cref="Blocks"/> if no full block and no tail does.</summary>
    internal int FindBlock(int from, uint row)
    {
        var lasts = LastRows;
        if (from >= lasts.Length || lasts[from] >= row)
        {
            return from;
        }

        var step = 1;
        var low = from + 1;
        while (low + step < lasts.Length && lasts[low + step] < row)
        {
            low += step + 1;
            step *= 2;
        }

        var high = Math.Min(lasts.Length, low + step + 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (lasts[middle] < row)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Loads a block's rows.</summary>
    internal void Load(int block)
    {
        Block = block;
        _codesLoaded = _profilesLoaded = false;
        if (_place.Rows == 1)
        {
            (Count, _rows[0], _codes[0], _codesLoaded, _rankedCount) = (1, _place.Row, _place.Profile, true, 0);
            return;
        }

        var lasts = LastRows;
        var previous = block == 0 ? -1 : (int)lasts[block - 1];
        if (block < _full)
        {
            var bytes = BlockBytes(block);
            _codesAt = 0;
            PatchedBlock.Read(bytes, ref _codesAt, _rows);
            Count = BlockPacking.Count;
            DeltaCoding.Restore(_rows, previous);
        }
        else
        {
            LoadTail(previous);
        }
    }

    private ReadOnlySpan<byte> BlockBytes(int block)
    {
        var offsets = MemoryMarshal.Cast<byte, uint>(_postings.Bytes(_full * 4, _full * 4));
        return _postings.From(_listBytes + offsets[block], int.MaxValue);
    }

    private void LoadCodes()
    {
        var at = _codesAt;
        PatchedBlock.Read(BlockBytes(Block), ref at, _codes);
        ReadRankedOnce();
        _codesLoaded = true;
    }

    private void ReadRankedOnce()
    {
        var at = 0;
        if (_rankedCount < 0)
        {
            ReadRanked(_postings.From(_rankedAt, _listBytes - _rankedAt), ref at);
        }
    }

    private void ReadRanked(ReadOnlySpan<byte> source, ref int at)
    {
        var count = VarInt.ReadInt(source, ref at);
        if ((uint)count > (uint)source.Length)
        {
            throw new InvalidDataException("more ranked profiles than bytes");
        }

        if (_ranked.Length < count)
        {
            _ranked = new uint[count];
        }

        for (var i = 0; i < count; i++)
        {
            _ranked[i] = (uint)VarInt.Read(source, ref at);
        }

        _rankedCount = count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ToProfiles(ReadOnlySpan<uint> codes, Span<uint> profiles)
    {
        var ranked = Ranked;
        for (var i = 0; i < codes.Length; i++)
        {
            profiles[i] = codes[i] < (uint)ranked.Length ? ranked[(int)codes[i]] : codes[i] - (uint)ranked.Length;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LoadTail(int previous)
    {
        Count = _place.Rows % BlockPacking.Count;
        var at = _listBytes;
        if (_full > 0)
        {
            var bytes = BlockBytes(_full - 1);
            var skipped = 0;
            PatchedBlock.Skip(bytes, ref skipped);
            PatchedBlock.Skip(bytes, ref skipped);
            at = (int)(_postings.Length - bytes.Length) + skipped;
        }

        var tail = _postings.From(at, int.MaxValue);
        int rowOrder = tail[0], codeOrder = tail[1] & ~PostingsWriter.RankedFollow;
        var start = 2;
        if (_full > 0)
        {
            ReadRankedOnce();
        }
        else if (codeOrder != tail[1])
        {
            ReadRanked(tail, ref start);
        }
        else
        {
            _rankedCount = 0;
        }

        var bits = new BitReader(tail[start..]);
        for (var i = 0; i < Count; i++)
        {
            previous += (int)bits.ReadGolomb(rowOrder) + 1;
            _rows[i] = (uint)previous;
        }

        for (var i = 0; i < Count; i++)
        {
            _codes[i] = bits.ReadGolomb(codeOrder);
        }

        _codesLoaded = true;
    }
}
