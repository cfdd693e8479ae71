namespace Lind.Store;

/// <summary>A record that was not taken in, set aside so that a person can look at it.</summary>
/// <param name="Source">The file, and the member of an archive after <c>!</c>.</param>
/// <param name="Position">Where in the source: <c>line 12</c>, <c>element 3</c>, <c>byte 4711</c>; empty if the whole.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="RawLength">Length of the record in bytes as far as it was read; -1 if unknown.</param>
/// <param name="Raw">Its first bytes, at most <see cref="MaxRawBytes"/>.</param>
public sealed record RejectedRecord(string Source, string Position, string Reason, long RawLength, byte[] Raw)
{
    /// <summary>A damaged gigabyte must not fill the store: this much shows what it was.</summary>
    public const int MaxRawBytes = 4096;

    /// <summary>Set aside with its first bytes.</summary>
    public static RejectedRecord Of(string source, string position, string reason, ReadOnlySpan<byte> raw) =>
        new(source, position, reason, raw.Length, raw[..Math.Min(raw.Length, MaxRawBytes)].ToArray());
}
