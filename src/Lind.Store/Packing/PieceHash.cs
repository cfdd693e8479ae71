using System.Runtime.Intrinsics;

namespace Lind.Store.Packing;

/// <summary>A fast hash of short byte runs, for tables in memory only: never written.</summary>
internal static class PieceHash
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD6E8FEB86659FD93;
    private const int Step = 16;

    public static uint Of32(ReadOnlySpan<byte> piece) => (uint)(Of64(piece) >> 32);

    /// <summary>The hash of a run of at most sixteen bytes, zeros behind it.</summary>
    public static uint Of32(Vector128<byte> piece, int length) => (uint)(Mix(piece, (ulong)length) >> 32);

    /// <summary>Sixteen bytes a step; the last step is filled up with zeros.</summary>
    public static ulong Of64(ReadOnlySpan<byte> piece)
    {
        var hash = (ulong)piece.Length;
        while (piece.Length > Step)
        {
            hash = Mix(Vector128.Create(piece[..Step]), hash);
            piece = piece[Step..];
        }

        Span<byte> last = stackalloc byte[Step];
        last.Clear();
        piece.CopyTo(last);
        return Mix(Vector128.Create<byte>(last), hash);
    }

    private static ulong Mix(Vector128<byte> bytes, ulong seed)
    {
        unchecked
        {
            var words = bytes.AsUInt64();
            var hash = (words[0] ^ (seed * Second)) * First;
            hash = (hash ^ (hash >> 32) ^ words[1]) * Second;
            return hash ^ (hash >> 29);
        }
    }
}
