using System.Globalization;
using Microsoft.Data.Sqlite;
using Lind.Store.Packing;

namespace Lind.Store.Sqlite;

/// <summary>Reads everything: the database's own structure, every block against its checksum, every version against
/// its content hash, every reference.</summary>
internal sealed class SqliteVerification(SqliteConnection connection, IProgress<long>? progress)
{
    private const int MaxProblems = 100;

    private readonly SqliteDictionaries _dictionaries = new();
    private readonly List<string> _problems = [];

    public VerifyReport Run(CancellationToken cancellationToken)
    {
        // One transaction: an import beside it does not make the check see two states.
        using var snapshot = new SqliteSnapshot(connection);
        try
        {
            CheckStructure();
            CheckReferences();
            var versions = CheckVersions(cancellationToken);
            return new VerifyReport(Count("SELECT count(*) FROM studies"), versions, _problems);
        }
        catch (SqliteException error)
        {
            Report($"The database cannot be read: {error.Message}");
            return new VerifyReport(0, 0, _problems);
        }
    }

    private void CheckStructure()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(20)";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var line = reader.GetString(0);
            if (line != "ok")
            {
                Report($"Database structure: {line}");
            }
        }
    }

    private void CheckReferences()
    {
        ReportCount("SELECT count(*) FROM studies s WHERE NOT EXISTS "
            + "(SELECT 1 FROM versions v WHERE v.version_id = s.version_id AND v.nct = s.nct)",
            "studies whose current version is missing");
        ReportCount("SELECT count(*) FROM (SELECT DISTINCT nct FROM versions EXCEPT SELECT nct FROM studies)",
            "studies with versions but no current one");
        ReportCount("SELECT count(*) FROM versions v WHERE NOT EXISTS "
            + "(SELECT 1 FROM blocks b WHERE b.block_id = v.block_id)", "versions whose block is missing");
        ReportCount("SELECT count(*) FROM aliases a WHERE NOT EXISTS (SELECT 1 FROM studies s WHERE s.nct = a.nct)",
            "former ids of studies that are missing");
    }

    private long CheckVersions(CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT v.nct, v.hash, v.posted, v.form, v.stamp, v.stamp_offset, v.block_id, v.offset, v.length, v.seen
            FROM versions v ORDER BY v.block_id, v.offset
            """;
        // Blocks are asked for one by one: in the statement above they would all be sorted, in memory.
        using var blocks = connection.Prepare(
            "SELECT raw_length, checksum, payload, dictionary_id FROM blocks WHERE block_id = $1", 1);
        using var reader = command.ExecuteReader();
        var (blockId, raw, versions) = (-1L, (byte[]?)null, 0L);
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = VersionRow.From(reader);
            if (row.BlockId != blockId)
            {
                blockId = row.BlockId;
                raw = UnpackBlock(blocks.With(blockId), blockId);
            }

            if (raw is not null)
            {
                CheckVersion(row, raw);
            }

            if (++versions % 1000 == 0)
            {
                progress?.Report(versions);
            }
        }

        return versions;
    }

    // Null, and said, if it is missing (said already with the references) or damaged.
    private byte[]? UnpackBlock(SqliteCommand select, long blockId)
    {
        using var reader = select.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        try
        {
            var block = new StudyBlock(
                reader.GetFieldValue<byte[]>(2), reader.GetInt32(0), unchecked((uint)reader.GetInt64(1)),
                reader.GetInt64(3));
            return block.Unpack(_dictionaries.Find(connection, block.DictionaryId));
        }
        catch (StoreDamagedException error)
        {
            Report(string.Create(CultureInfo.InvariantCulture, $"Block {blockId}: {error.Message}"));
            return null;
        }
    }

    private void CheckVersion(VersionRow row, byte[] block)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"NCT{row.Nct:D8}");
        try
        {
            if (ContentHash.Of(row.Cut(block).Span, row.StampOffset) != row.Version.Hash)
            {
                Report($"{id}: a version does not match its content hash.");
            }
        }
        catch (Exception error) when (error is StoreDamagedException or ArgumentOutOfRangeException)
        {
            Report($"{id}: a version lies outside its block.");
        }
    }

    private void ReportCount(string sql, string what)
    {
        var count = Count(sql);
        if (count > 0)
        {
            Report(string.Create(CultureInfo.InvariantCulture, $"{count} {what}."));
        }
    }

    private long Count(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private void Report(string problem)
    {
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(problem);
        }
    }
}
