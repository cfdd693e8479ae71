using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lind.Store;

/// <summary>What a record says, in 128 bits (the head of SHA-256). Two records of one study with the same hash are the
/// same version: nothing new is kept.</summary>
/// <remarks>The registry's download stamp is left out: it changes with every download while the study does not.</remarks>
public readonly record struct ContentHash(ulong High, ulong Low)
{
    /// <summary>The size of <see cref="ToBytes"/>.</summary>
    public const int ByteLength = 16;

    /// <summary>The hash of compact JSON whose stamp, if it has one, starts at <paramref name="stampOffset"/>.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> json, int stampOffset)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        if (stampOffset < 0)
        {
            SHA256.HashData(json, digest);
            return FromBytes(digest);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(json[..stampOffset]);
        hash.AppendData(json[(stampOffset + StudyStamp.Length)..]);
        hash.GetHashAndReset(digest);
        return FromBytes(digest);
    }

    public static ContentHash FromBytes(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    public byte[] ToBytes()
    {
        var bytes = new byte[ByteLength];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), Low);
        return bytes;
    }

    public override string ToString() => $"{High:x16}{Low:x16}";
}
