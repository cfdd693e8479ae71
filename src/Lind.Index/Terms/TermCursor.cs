using Lind.Index.Encoding;

namespace Lind.Index.Terms;

/// <summary>Walks a dictionary in term order. Not thread-safe.</summary>
internal sealed class TermCursor(TermDictionary dictionary)
{
    private byte[] _term = new byte[64];
    private int _length;
    private int _block = -1;
    private int _at;          // within the block
    private int _inBlock;     // terms of the block read so far
    private long _postings;
    private long _positions;
    private TermPlace _place;

    /// <summary>The current term; valid until the cursor moves.</summary>
    internal ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    /// <summary>Where the current term's postings stand.</summary>
    internal ref readonly TermPlace Place => ref _place;

    /// <summary>How many leading bytes the current term shares with the one before (at least).</summary>
    internal int Shared { get; private set; }

    /// <summary>Moves to the next term (at first: the first one); false: there is none.</summary>
    internal bool MoveNext()
    {
        var bytes = _block < 0 ? default : dictionary.Block(_block);
        if (_at == bytes.Length)
        {
            if (_block + 1 >= dictionary.Blocks)
            {
                return false;
            }

            bytes = dictionary.Block(++_block);
            _at = 0;
            _inBlock = 0;
        }

        ReadTerm(bytes);
        return true;
    }

    /// <summary>Moves to the first term that is not below the given one; false: there is none.</summary>
    internal bool SeekAtLeast(ReadOnlySpan<byte> term)
    {
        _block = Math.Max(0, dictionary.FindBlock(term));
        if (_block >= dictionary.Blocks)
        {
            return false;
        }

        _at = 0;
        _inBlock = 0;
        while (MoveNext())
        {
            if (Term.SequenceCompareTo(term) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void ReadTerm(ReadOnlySpan<byte> bytes)
    {
        Shared = _inBlock == 0 ? 0 : VarInt.ReadInt(bytes, ref _at);
        var length = VarInt.ReadInt(bytes, ref _at);
        _length = Shared + length;
        if (_length > _term.Length)
        {
            Array.Resize(ref _term, Math.Max(_length, _term.Length * 2));
        }

        bytes.Slice(_at, length).CopyTo(_term.AsSpan(Shared));
        _at += length;
        if (_inBlock++ == 0)
        {
            _postings = (long)VarInt.Read(bytes, ref _at);
            _positions = (long)VarInt.Read(bytes, ref _at);
        }

        ReadPlace(bytes);
    }

    private void ReadPlace(ReadOnlySpan<byte> bytes)
    {
        var rows = VarInt.ReadInt(bytes, ref _at);
        uint row = 0, profile = 0;
        var length = 0;
        if (rows == 1)
        {
            row = (uint)VarInt.Read(bytes, ref _at);
            profile = (uint)VarInt.Read(bytes, ref _at);
        }
        else
        {
            length = VarInt.ReadInt(bytes, ref _at);
        }

        var positions = VarInt.ReadInt(bytes, ref _at);
        _place = new TermPlace(rows, _postings, length, _positions, positions, row, profile);
        _postings += length;
        _positions += positions;
    }
}
