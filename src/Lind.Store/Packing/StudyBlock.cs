using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Lind.Store.Packing;

/// <summary>Several records compressed together, with a checksum over the compressed bytes.</summary>
/// <remarks>
/// Records of one registry repeat each other's words, so several together compress better than each alone, and better
/// still after a dictionary took out what all have in common. docs/performance.md has the measured table of block
/// sizes and compressors.
/// </remarks>
/// <param name="Payload">The compressed bytes. With a dictionary: the length of the tokens (four bytes), then these
/// compressed.</param>
/// <param name="RawLength">Length after unpacking.</param>
/// <param name="Checksum">CRC-32C of <paramref name="Payload"/>.</param>
/// <param name="DictionaryId">The dictionary it needs; 0 for none.</param>
public sealed record StudyBlock(byte[] Payload, int RawLength, uint Checksum, long DictionaryId)
{
    /// <summary>A block is closed before it would grow beyond this; a longer record has a block of its own.</summary>
    public const int TargetRawLength = 64 * 1024;

    // A byte that is not ASCII and stands alone has two marks around it.
    private const int MaxTokensPerByte = 3;

    // Tokens unpacked at once when not all are wanted.
    private const int PartLength = 4 * 1024;

    private const int BrotliQuality = 3;
    private const int BrotliWindowBits = 22;

    /// <summary>Compresses records laid end to end.</summary>
    /// <param name="records">Compact JSON each.</param>
    /// <param name="dictionary">Null for none.</param>
    public static StudyBlock Pack(IReadOnlyList<ReadOnlyMemory<byte>> records, StudyDictionary? dictionary)
    {
        var length = records.Sum(record => record.Length);
        var bytes = new ArrayBufferWriter<byte>(length + 16);
        if (dictionary is { Form: DictionaryForm.Words } && records.All(record => StudyTokens.TryEncode(record.Span, dictionary, bytes)))
        {
            return Compress(bytes.WrittenSpan, length, dictionary.Id);
        }

        bytes.ResetWrittenCount();
        foreach (var record in records)
        {
            bytes.Write(record.Span);
        }

        return Compress(bytes.WrittenSpan, length, 0);
    }

    /// <summary>The records laid end to end, or the first of them.</summary>
    /// <param name="dictionary">The one that <see cref="DictionaryId"/> names; null for none.</param>
    /// <param name="end">Where the last byte wanted ends; the rest costs nothing.</param>
    /// <returns>All bytes, or at least those before <paramref name="end"/>.</returns>
    /// <exception cref="StoreDamagedException">The bytes do not match the checksum or do not unpack.</exception>
    public byte[] Unpack(StudyDictionary? dictionary = null, int end = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(end);
        if (ChecksumOf(Payload) != Checksum || RawLength < 0)
        {
            throw new StoreDamagedException("A block does not match its checksum.");
        }

        if (DictionaryId == 0)
        {
            var records = GC.AllocateUninitializedArray<byte>(Math.Min(end, RawLength));
            Decompress(Payload, records, isWhole: records.Length == RawLength);
            return records;
        }

        if (dictionary?.Id != DictionaryId || Payload.Length < sizeof(int))
        {
            throw new StoreDamagedException($"A block lacks its dictionary {DictionaryId}.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(Payload);
        if (length < 0 || length > (long)RawLength * MaxTokensPerByte)
        {
            throw new StoreDamagedException("A block states a length that cannot be.");
        }

        var tokens = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return end < RawLength && dictionary.Form == DictionaryForm.Words
                ? DecodePart(tokens.AsSpan(0, length), dictionary, end)
                : DecodeAll(tokens.AsSpan(0, length), dictionary);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(tokens);
        }
    }

    /// <summary>CRC-32C, eight bytes at a time.</summary>
    public static uint ChecksumOf(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            checksum = BitOperations.Crc32C(checksum, word);
        }

        foreach (var value in bytes[(words.Length * sizeof(ulong))..])
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return ~checksum;
    }

    private static StudyBlock Compress(ReadOnlySpan<byte> bytes, int rawLength, long dictionaryId)
    {
        var prefix = dictionaryId == 0 ? 0 : sizeof(int);
        var buffer = ArrayPool<byte>.Shared.Rent(prefix + BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(
                bytes, buffer.AsSpan(prefix), out var length, BrotliQuality, BrotliWindowBits))
            {
                throw new InvalidOperationException("The compressor did not fit its own bound.");
            }

            if (prefix > 0)
            {
                BinaryPrimitives.WriteInt32LittleEndian(buffer, bytes.Length);
            }

            var payload = buffer.AsSpan(0, prefix + length).ToArray();
            return new StudyBlock(payload, rawLength, ChecksumOf(payload), dictionaryId);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private byte[] DecodeAll(Span<byte> tokens, StudyDictionary dictionary)
    {
        Decompress(Payload.AsSpan(sizeof(int)), tokens, isWhole: true);
        var raw = GC.AllocateUninitializedArray<byte>(RawLength);
        if (dictionary.Form == DictionaryForm.Pieces)
        {
            PieceTokens.Decode(tokens, dictionary, raw);
        }
        else
        {
            StudyTokens.Decode(tokens, dictionary, raw);
        }

        return raw;
    }

    // A little unpacked, a little decoded, until there is enough.
    private byte[] DecodePart(Span<byte> tokens, StudyDictionary dictionary, int end)
    {
        var raw = GC.AllocateUninitializedArray<byte>(end);
        ReadOnlySpan<byte> payload = Payload.AsSpan(sizeof(int));
        var decoder = new BrotliDecoder();
        try
        {
            for (int unpacked = 0, read = 0, written = 0; written < end;)
            {
                var step = Math.Min(tokens.Length - unpacked, PartLength);
                if (step == 0)
                {
                    throw new StoreDamagedException("A block unpacks to less than its length.");
                }

                Decompress(ref decoder, ref payload, tokens.Slice(unpacked, step));
                unpacked += step;
                var more = StudyTokens.DecodePart(tokens[read..unpacked], dictionary, raw.AsSpan(written));
                read += more.Read;
                written += more.Written;
            }

            return raw;
        }
        finally
        {
            decoder.Dispose();
        }
    }

    private static void Decompress(ReadOnlySpan<byte> payload, Span<byte> bytes, bool isWhole)
    {
        if (!isWhole)
        {
            var decoder = new BrotliDecoder();
            Decompress(ref decoder, ref payload, bytes);
            decoder.Dispose();
        }
        else if (!BrotliDecoder.TryDecompress(payload, bytes, out var length) || length != bytes.Length)
        {
            throw new StoreDamagedException("A block does not unpack to its length.");
        }
    }

    private static void Decompress(ref BrotliDecoder decoder, ref ReadOnlySpan<byte> payload, Span<byte> bytes)
    {
        decoder.Decompress(payload, bytes, out var consumed, out var written);
        if (written != bytes.Length)
        {
            throw new StoreDamagedException("A block does not unpack to its length.");
        }

        payload = payload[consumed..];
    }
}
