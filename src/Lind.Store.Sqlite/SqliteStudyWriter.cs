using Microsoft.Data.Sqlite;

namespace Lind.Store.Sqlite;

/// <summary>The one writing connection of an import.</summary>
internal sealed class SqliteStudyWriter : IStudyWriter
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;
    private readonly SqliteBatchStatements _statements;

    public SqliteStudyWriter(SqliteConnection connection, TimeProvider clock)
    {
        _connection = connection;
        _clock = clock;
        // In the write-ahead log NORMAL survives the death of the program at any moment; a power cut may undo the last
        // batches, never half of one.
        connection.Run("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000");
        _statements = new SqliteBatchStatements(connection);
        using var begin = connection.Prepare("INSERT INTO runs (started) VALUES ($1) RETURNING run_id", 1);
        RunId = (long)begin.With(Now).ExecuteScalar()!;
    }

    public long RunId { get; }

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    public ValueTask CommitAsync(StoreBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var transaction = _connection.BeginTransaction();
            _statements.Write(batch, RunId, Now, transaction);
            transaction.Commit();
            return ValueTask.CompletedTask;
        }
        catch (SqliteException error)
        {
            throw new StoreWriteException($"The store could not be written: {error.Message}", error);
        }
    }

    public ValueTask FinishAsync(ImportCounts counts, CancellationToken cancellationToken)
    {
        using var finish = _connection.Prepare(
            """
            UPDATE runs SET finished = $2, added = $3, updated = $4, unchanged = $5, rejected = $6
            WHERE run_id = $1
            """, 6);
        finish.With(RunId, Now, counts.Added, counts.Updated, counts.Unchanged, counts.Rejected)
            .ExecuteNonQuery();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes the disk full at so many pages, for tests.</summary>
    internal void LimitPages(int pages) => _connection.Run($"PRAGMA max_page_count = {pages}");

    public ValueTask DisposeAsync()
    {
        _statements.Dispose();
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }
}
