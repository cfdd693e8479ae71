using System.Runtime.CompilerServices;
using Lind.Store.Packing;
using Lind.Studies;
using Microsoft.Data.Sqlite;

namespace Lind.Store.Sqlite;

/// <summary>The store in one SQLite file. Readers never wait for the writer (write-ahead log).</summary>
public sealed class SqliteStudyStore : IStudyStore
{
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly SqliteConnections _connections;
    private readonly SqliteDictionaries _dictionaries = new();
    private readonly BlockCache _blocks = new(BlockCache.DefaultCapacityBytes);

    private SqliteStudyStore(string path, TimeProvider clock)
    {
        _path = path;
        _clock = clock;
        _connections = new SqliteConnections(path);
    }

    /// <summary>Opens the file, or makes it, and brings it to the newest shape.</summary>
    /// <exception cref="StoreDamagedException">The file is no store, or a newer program wrote it.</exception>
    public static SqliteStudyStore Open(string path, TimeProvider clock)
    {
        var store = new SqliteStudyStore(path, clock);
        try
        {
            using var connection = store._connections.Open(SqliteOpenMode.ReadWriteCreate);
            // Small pages waste less behind the blocks (docs/performance.md).
            connection.Run("PRAGMA page_size = 2048; PRAGMA journal_mode = WAL");
            SqliteMigrations.Apply(connection, SqliteMigrations.Latest);
            return store;
        }
        catch (SqliteException error)
        {
            throw new StoreDamagedException($"The store {path} cannot be opened: {error.Message}", error);
        }
    }

    public ValueTask<StoredStudy?> FindAsync(NctId nctId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_connections.Read(reading =>
            reading.FindCurrent(nctId.Number) is { } row ? Load(reading, row) : null));

    public ValueTask<NctId?> ResolveAliasAsync(NctId alias, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_connections.Read(reading =>
            reading.ResolveAlias(alias.Number) is { } nct ? NctId.FromNumber(nct) : (NctId?)null));

    public ValueTask<IReadOnlyList<StoredStudy>> FindManyAsync(
        IReadOnlyList<NctId> nctIds, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<StoredStudy>>(_connections.Read(reading =>
        {
            // One transaction: all answers from the same state.
            using var snapshot = new SqliteSnapshot(reading.Connection);
            var rows = nctIds.Select(nctId => reading.FindCurrent(nctId.Number)).OfType<VersionRow>().ToList();
            var inBlock = rows.CountBy(row => row.BlockId).ToDictionary();
            // Of a block with one record wanted, what lies behind that record is not unpacked; a block with several is
            // likely to be wanted whole.
            return rows.Select(row => Load(reading, row, isAlone: inBlock[row.BlockId] == 1)).ToList();
        }));

    public ValueTask<StoredStudy?> FindVersionAsync(NctId nctId, int number, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_connections.Read(reading =>
            reading.ListVersions(nctId.Number).ElementAtOrDefault(number - 1) is { } row ? Load(reading, row) : null));

    public ValueTask<IReadOnlyList<StudyVersion>> ListVersionsAsync(
        NctId nctId, CancellationToken cancellationToken)
    {
        var rows = _connections.Read(reading => reading.ListVersions(nctId.Number));
        return ValueTask.FromResult<IReadOnlyList<StudyVersion>>([.. rows.Select((row, place) => new StudyVersion(
            nctId, place + 1, place == rows.Count - 1, row.Version.Rank, row.Seen, row.Length, row.Version.Hash))]);
    }

    public IAsyncEnumerable<StoredStudy> ReadAllAsync(NctId? after, CancellationToken cancellationToken) =>
        StreamAsync(reading => reading.AllAfter(after?.Number ?? 0), cancellationToken);

    public IAsyncEnumerable<StoredStudy> ReadChangesAsync(long since, CancellationToken cancellationToken) =>
        StreamAsync(reading => reading.ChangedSince(since), cancellationToken);

    public ValueTask<long> CountChangesAsync(long since, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_connections.Read(reading => SqliteFigures.CountChanges(reading.Connection, since)));

    public ValueTask<IReadOnlyList<StudySize>> ReadSizesAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<StudySize>>(
            _connections.Read(reading => SqliteFigures.ReadSizes(reading.Connection)));

    public ValueTask<IReadOnlyList<StudyHistory>> ReadHistoriesAsync(
        IReadOnlyCollection<NctId> nctIds, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<StudyHistory>>(_connections.Read(reading =>
            nctIds.Select(nctId => HistoryOf(nctId, reading.ListVersions(nctId.Number))).OfType<StudyHistory>()
                .ToList()));

    public ValueTask<StudyDictionary?> FindDictionaryAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(_connections.Read(reading => _dictionaries.FindNewest(reading.Connection)));

    public ValueTask<StoreStatistics> ReadStatisticsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(_connections.Read(reading => SqliteFigures.Read(reading.Connection, _path)));

    public ValueTask<IReadOnlyList<ImportRun>> ListRunsAsync(int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ImportRun>>(
            _connections.Read(reading => SqliteRuns.List(reading.Connection, limit)));

    public ValueTask<IReadOnlyList<RejectedRecord>> ReadRejectedAsync(
        long runId, int offset, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<RejectedRecord>>(
            _connections.Read(reading => SqliteRuns.ReadRejected(reading.Connection, runId, offset, limit)));

    public ValueTask<IStudyWriter> OpenWriterAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IStudyWriter>(
            new SqliteStudyWriter(_connections.Open(SqliteOpenMode.ReadWrite), _clock));

    public ValueTask<VerifyReport> VerifyAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var connection = _connections.Open(SqliteOpenMode.ReadWrite);
        return ValueTask.FromResult(new SqliteVerification(connection, progress).Run(cancellationToken));
    }

    public ValueTask DisposeAsync()
    {
        _connections.Dispose();
        return ValueTask.CompletedTask;
    }

    private async IAsyncEnumerable<StoredStudy> StreamAsync(
        Func<SqliteReading, SqliteCommand> select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = _connections.Take();
        try
        {
            // The open statement holds one state of the database: rows and blocks come from it.
            using var snapshot = new SqliteSnapshot(reading.Connection);
            using var command = select(reading);
            using var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (rows.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Load(reading, VersionRow.From(rows));
            }
        }
        finally
        {
            _connections.Return(reading);
        }
    }

    private static StudyHistory? HistoryOf(NctId nctId, List<VersionRow> rows) => rows.Count == 0
        ? null
        : new StudyHistory(nctId, rows[^1].Version, [.. rows.SkipLast(1).Select(row => row.Version)]);

    private StoredStudy Load(SqliteReading reading, VersionRow row, bool isAlone = false)
    {
        if (!_blocks.TryGet(row.BlockId, row.End, out var block))
        {
            var packed = reading.ReadBlock(row.BlockId);
            block = packed.Unpack(
                _dictionaries.Find(reading.Connection, packed.DictionaryId), isAlone ? row.End : int.MaxValue);
            _blocks.Add(row.BlockId, block);
        }

        return new StoredStudy(NctId.FromNumber(row.Nct), row.Cut(block), row.Version.Rank, row.Seen);
    }
}
