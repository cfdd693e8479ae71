using System.Buffers.Binary;

namespace Lind.Index.Encoding;

/// <summary>Where one byte stream in a <see cref="SlicePool"/> stands. The default value is an empty stream.</summary>
internal struct SliceStream
{
    internal int Start; // address of the first slice
    internal int At;    // address of the next byte to write
    internal int Limit; // address behind the current slice's last content byte; 0: nothing written yet
    internal int Level; // size class of the current slice
}

/// <summary>Many growing byte streams in shared memory: each is a chain of slices of growing size.</summary>
/// <remarks>A slice ends with 4 bytes that hold the next slice's address. Slices never cross a block. At most 2 GB.
/// Not thread-safe.</remarks>
internal sealed class SlicePool
{
    private const int BlockBits = 20;
    private const int BlockSize = 1 << BlockBits;
    private const int LinkSize = 4;
    private static readonly int[] Sizes = [16, 28, 48, 88, 168, 328, 648, 1288, 2568];
    private byte[][] _blocks = new byte[16][];
    private int _count;
    private int _used = BlockSize; // within the last block

    internal long MemoryUsed => (long)_count << BlockBits;

    /// <summary>Adds bytes to a stream.</summary>
    internal void Append(ref SliceStream stream, ReadOnlySpan<byte> bytes)
    {
        if (stream.Limit == 0)
        {
            stream.At = stream.Start = NewSlice(Sizes[0]);
            stream.Limit = stream.At + Sizes[0] - LinkSize;
        }

        while (true)
        {
            var count = Math.Min(bytes.Length, stream.Limit - stream.At);
            bytes[..count].CopyTo(_blocks[stream.At >> BlockBits].AsSpan(stream.At & (BlockSize - 1)));
            stream.At += count;
            if (count == bytes.Length)
            {
                return;
            }

            bytes = bytes[count..];
            Extend(ref stream);
        }
    }

    /// <summary>Asks for the memory that the next bytes of a stream go to.</summary>
    internal void FetchEnd(in SliceStream stream)
    {
        if (stream.Limit != 0)
        {
            // Invariant: a slice has four bytes of link behind its limit, so the end lies within its block.
            Ahead.Fetch(ref _blocks[stream.At >> BlockBits][stream.At & (BlockSize - 1)]);
        }
    }

    /// <summary>Asks for the memory of a stream's first bytes.</summary>
    internal void FetchStart(in SliceStream stream)
    {
        if (stream.Limit != 0)
        {
            Ahead.Fetch(ref _blocks[stream.Start >> BlockBits][stream.Start & (BlockSize - 1)]);
        }
    }

    /// <summary>Copies a whole stream.</summary>
    internal void Read(in SliceStream stream, ByteBuffer target)
    {
        var at = stream.Start;
        var level = 0;
        while (stream.Limit != 0)
        {
            var content = Sizes[level] - LinkSize;
            var last = at + content == stream.Limit;
            var block = _blocks[at >> BlockBits].AsSpan(at & (BlockSize - 1));
            target.Write(block[..(last ? stream.At - at : content)]);
            if (last)
            {
                return;
            }

            at = BinaryPrimitives.ReadInt32LittleEndian(block[content..]);
            level = Math.Min(level + 1, Sizes.Length - 1);
        }
    }

    private void Extend(ref SliceStream stream)
    {
        stream.Level = Math.Min(stream.Level + 1, Sizes.Length - 1);
        var next = NewSlice(Sizes[stream.Level]);
        BinaryPrimitives.WriteInt32LittleEndian(
            _blocks[stream.Limit >> BlockBits].AsSpan(stream.Limit & (BlockSize - 1)), next);
        stream.At = next;
        stream.Limit = next + Sizes[stream.Level] - LinkSize;
    }

    private int NewSlice(int size)
    {
        if (_used + size > BlockSize)
        {
            if (_count == 1 << (31 - BlockBits))
            {
                throw new InvalidOperationException("A slice pool holds at most 2 GB.");
            }

            if (_count == _blocks.Length)
            {
                Array.Resize(ref _blocks, _count * 2);
            }

            _blocks[_count++] = GC.AllocateUninitializedArray<byte>(BlockSize);
            _used = 0;
        }

        var address = ((_count - 1) << BlockBits) + _used;
        _used += size;
        return address;
    }
}
