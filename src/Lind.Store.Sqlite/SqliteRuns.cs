using Microsoft.Data.Sqlite;

namespace Lind.Store.Sqlite;

/// <summary>The book of imports.</summary>
internal static class SqliteRuns
{
    public static List<ImportRun> List(SqliteConnection connection, int limit)
    {
        using var command = connection.Prepare(
            """
            SELECT run_id, started, finished, added, updated, unchanged, rejected FROM runs
            ORDER BY run_id DESC LIMIT $1
            """, 1).With(limit);
        using var reader = command.ExecuteReader();
        var runs = new List<ImportRun>();
        while (reader.Read())
        {
            runs.Add(new ImportRun(
                reader.GetInt64(0),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)),
                reader.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)),
                new ImportCounts(reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6))));
        }

        return runs;
    }

    public static List<RejectedRecord> ReadRejected(SqliteConnection connection, long runId, int offset, int limit)
    {
        using var command = connection.Prepare(
            """
            SELECT source, position, reason, raw_length, raw FROM rejected WHERE run_id = $1
            ORDER BY rejected_id LIMIT $3 OFFSET $2
            """, 3).With(runId, offset, limit);
        using var reader = command.ExecuteReader();
        var records = new List<RejectedRecord>();
        while (reader.Read())
        {
            records.Add(new RejectedRecord(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3),
                reader.GetFieldValue<byte[]>(4)));
        }

        return records;
    }
}
