using Microsoft.Data.Sqlite;

namespace Lind.Store.Sqlite;

/// <summary>A row of <c>versions</c>: what is known of a version and where its bytes are.</summary>
internal sealed record VersionRow(
    int Nct, KnownVersion Version, int StampOffset, long BlockId, int Offset, int Length, DateTimeOffset Seen)
{
    /// <summary>Where the record ends in its block.</summary>
    public int End => (int)Math.Clamp((long)Offset + Length, 0, int.MaxValue);

    public static VersionRow From(SqliteDataReader reader) => new(
        reader.GetInt32(0),
        new KnownVersion(
            ContentHash.FromBytes(reader.GetFieldValue<byte[]>(1)),
            new StudyRank(DateAt(reader, 2), (StudyForm)reader.GetInt32(3), DateAt(reader, 4))),
        reader.GetInt32(5),
        reader.GetInt64(6),
        reader.GetInt32(7),
        reader.GetInt32(8),
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(9)));

    /// <summary>The record out of its unpacked block, the newest stamp written in.</summary>
    public ReadOnlyMemory<byte> Cut(byte[] block)
    {
        if (Offset < 0 || Length < 0 || (long)Offset + Length > block.Length)
        {
            throw new StoreDamagedException($"A version of study {Nct} lies outside its block {BlockId}.");
        }

        if (StampOffset < 0 || Version.Rank.Stamp is not { } stamp)
        {
            return block.AsMemory(Offset, Length);
        }

        if (StudyStamp.Parse(block.AsSpan(Offset + StampOffset, StudyStamp.Length)) == stamp)
        {
            return block.AsMemory(Offset, Length);
        }

        var stamped = block.AsSpan(Offset, Length).ToArray();
        StudyStamp.Write(stamped, StampOffset, stamp);
        return stamped;
    }

    private static DateOnly? DateAt(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateOnly.FromDayNumber(reader.GetInt32(column));
}
