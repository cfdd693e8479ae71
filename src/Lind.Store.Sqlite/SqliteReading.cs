using Microsoft.Data.Sqlite;
using Lind.Store.Packing;

namespace Lind.Store.Sqlite;

/// <summary>One reading connection and its prepared statements. One thread at a time.</summary>
internal sealed class SqliteReading : IDisposable
{
    private const string VersionColumns =
        "v.nct, v.hash, v.posted, v.form, v.stamp, v.stamp_offset, v.block_id, v.offset, v.length, v.seen";

    private readonly SqliteCommand _current;
    private readonly SqliteCommand _versions;
    private readonly SqliteCommand _block;
    private readonly SqliteCommand _alias;

    public SqliteReading(SqliteConnection connection)
    {
        Connection = connection;
        _current = connection.Prepare(
            $"SELECT {VersionColumns} FROM studies s JOIN versions v USING (version_id) WHERE s.nct = $1", 1);
        _versions = connection.Prepare(
            $"""
            SELECT {VersionColumns}, s.version_id = v.version_id FROM versions v JOIN studies s ON s.nct = v.nct
            WHERE v.nct = $1
            ORDER BY s.version_id = v.version_id, v.posted, v.form, v.stamp, v.version_id
            """, 1);
        _block = connection.Prepare("SELECT raw_length, checksum, payload, dictionary_id FROM blocks WHERE block_id = $1", 1);
        _alias = connection.Prepare("SELECT min(nct) FROM aliases WHERE alias = $1", 1);
    }

    public SqliteConnection Connection { get; }

    public VersionRow? FindCurrent(int nct)
    {
        using var reader = _current.With(nct).ExecuteReader();
        return reader.Read() ? VersionRow.From(reader) : null;
    }

    /// <summary>Oldest first; the current one last.</summary>
    public List<VersionRow> ListVersions(int nct)
    {
        var rows = new List<VersionRow>();
        using var reader = _versions.With(nct).ExecuteReader();
        while (reader.Read())
        {
            rows.Add(VersionRow.From(reader));
        }

        return rows;
    }

    public StudyBlock ReadBlock(long blockId)
    {
        using var reader = _block.With(blockId).ExecuteReader();
        return reader.Read()
            ? new StudyBlock(
                reader.GetFieldValue<byte[]>(2), reader.GetInt32(0), unchecked((uint)reader.GetInt64(1)),
                reader.GetInt64(3))
            : throw new StoreDamagedException($"Block {blockId} is missing.");
    }

    public int? ResolveAlias(int alias) => _alias.With(alias).ExecuteScalar() is long nct ? checked((int)nct) : null;

    /// <summary>Current versions by id, from the one after <paramref name="after"/>.</summary>
    public SqliteCommand AllAfter(int after) => Connection.Prepare(
        $"""
        SELECT {VersionColumns} FROM studies s JOIN versions v USING (version_id) WHERE s.nct > $1 ORDER BY s.nct
        """, 1).With(after);

    /// <summary>Current versions changed since, in the order they lie in the blocks.</summary>
    public SqliteCommand ChangedSince(long change) => Connection.Prepare(
        $"""
        SELECT {VersionColumns} FROM studies s JOIN versions v USING (version_id) WHERE s.change > $1
        ORDER BY v.block_id, v.offset
        """, 1).With(change);

    public void Dispose()
    {
        _current.Dispose();
        _versions.Dispose();
        _block.Dispose();
        _alias.Dispose();
        Connection.Dispose();
    }
}
