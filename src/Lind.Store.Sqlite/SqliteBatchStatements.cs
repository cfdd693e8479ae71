using Lind.Store.Packing;
using Microsoft.Data.Sqlite;

namespace Lind.Store.Sqlite;

/// <summary>The prepared statements that write a batch.</summary>
internal sealed class SqliteBatchStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _block = connection.Prepare(
        "INSERT INTO blocks (raw_length, checksum, payload, dictionary_id) VALUES ($1, $2, $3, $4) RETURNING block_id", 4);

    private readonly SqliteCommand _dictionary = connection.Prepare(
        "INSERT INTO dictionaries (dictionary_id, checksum, payload, form) VALUES ($1, $2, $3, $4)", 4);

    private readonly SqliteCommand _version = connection.Prepare(
        """
        INSERT INTO versions (nct, hash, posted, form, stamp, stamp_offset, block_id, offset, length, seen)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """, 10);

    private readonly SqliteCommand _stamp = connection.Prepare(
        "UPDATE versions SET posted = $3, form = $4, stamp = $5 WHERE nct = $1 AND hash = $2", 5);

    private readonly SqliteCommand _current = connection.Prepare(
        """
        INSERT INTO studies (nct, version_id, change)
        SELECT nct, version_id, $3 FROM versions WHERE nct = $1 AND hash = $2
        ON CONFLICT (nct) DO UPDATE SET version_id = excluded.version_id, change = excluded.change
        """, 3);

    private readonly SqliteCommand _change = connection.Prepare("SELECT coalesce(max(change), 0) + 1 FROM studies", 0);

    private readonly SqliteCommand _forgetAliases = connection.Prepare("DELETE FROM aliases WHERE nct = $1", 1);

    private readonly SqliteCommand _alias = connection.Prepare(
        "INSERT OR IGNORE INTO aliases (alias, nct) VALUES ($1, $2)", 2);

    private readonly SqliteCommand _rejected = connection.Prepare(
        """
        INSERT INTO rejected (run_id, source, position, reason, raw_length, raw) VALUES ($1, $2, $3, $4, $5, $6)
        """, 6);

    private readonly SqliteCommand _counts = connection.Prepare(
        "UPDATE runs SET added = $2, updated = $3, unchanged = $4, rejected = $5 WHERE run_id = $1", 5);

    private SqliteCommand[] All =>
        [_block, _dictionary, _version, _stamp, _current, _change, _forgetAliases, _alias, _rejected, _counts];

    public void Write(StoreBatch batch, long runId, long now, SqliteTransaction transaction)
    {
        foreach (var command in All)
        {
            command.Transaction = transaction;
        }

        WriteVersions(batch, now);
        foreach (var stamp in batch.Stamps)
        {
            _stamp.With(
                stamp.NctId.Number, stamp.Hash.ToBytes(), DayOf(stamp.Rank.Updated), (int)stamp.Rank.Form,
                DayOf(stamp.Rank.Stamp)).ExecuteNonQuery();
        }

        WriteCurrents(batch.Currents);
        foreach (var record in batch.Rejected)
        {
            _rejected.With(runId, record.Source, record.Position, record.Reason, record.RawLength, record.Raw)
                .ExecuteNonQuery();
        }

        var counts = batch.Counts;
        _counts.With(runId, counts.Added, counts.Updated, counts.Unchanged, counts.Rejected).ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in All)
        {
            command.Dispose();
        }
    }

    private void WriteVersions(StoreBatch batch, long now)
    {
        foreach (var dictionary in batch.Dictionaries)
        {
            var bytes = dictionary.Write();
            _dictionary.With(dictionary.Id, (long)StudyBlock.ChecksumOf(bytes), bytes, (int)dictionary.Form)
                .ExecuteNonQuery();
        }

        var blockIds = batch.Blocks.Select(WriteBlock).ToArray();
        foreach (var write in batch.Versions)
        {
            var (hash, rank) = write.Version;
            _version.With(
                write.NctId.Number, hash.ToBytes(), DayOf(rank.Updated), (int)rank.Form, DayOf(rank.Stamp),
                write.StampOffset, blockIds[write.Block], write.Offset, write.Length, now).ExecuteNonQuery();
        }
    }

    private long WriteBlock(StudyBlock block) => (long)_block
        .With(block.RawLength, (long)block.Checksum, block.Payload, block.DictionaryId).ExecuteScalar()!;

    private void WriteCurrents(IReadOnlyList<CurrentWrite> currents)
    {
        var change = currents.Count == 0 ? 0 : (long)_change.ExecuteScalar()!;
        foreach (var current in currents)
        {
            _current.With(current.NctId.Number, current.Hash.ToBytes(), change).ExecuteNonQuery();
            _forgetAliases.With(current.NctId.Number).ExecuteNonQuery();
            foreach (var alias in current.Aliases)
            {
                _alias.With(alias.Number, current.NctId.Number).ExecuteNonQuery();
            }
        }
    }

    private static int? DayOf(DateOnly? date) => date?.DayNumber;
}
