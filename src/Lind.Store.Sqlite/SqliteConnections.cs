using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Lind.Store.Sqlite;

/// <summary>The reading connections to one database file, each with its prepared statements, used again and again.
/// Safe for several threads.</summary>
internal sealed class SqliteConnections(string path) : IDisposable
{
    private readonly ConcurrentBag<SqliteReading> _idle = [];

    /// <summary>Opens a connection of its own kind; the caller disposes it.</summary>
    public SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 30,
        }.ToString());
        connection.Open();
        connection.Run("PRAGMA foreign_keys = ON; PRAGMA mmap_size = 268435456; PRAGMA temp_store = MEMORY");
        return connection;
    }

    /// <summary>Runs a read on an idle connection.</summary>
    public T Read<T>(Func<SqliteReading, T> read)
    {
        var reading = Take();
        try
        {
            return read(reading);
        }
        finally
        {
            Return(reading);
        }
    }

    public SqliteReading Take() =>
        _idle.TryTake(out var reading) ? reading : new SqliteReading(Open(SqliteOpenMode.ReadWrite));

    public void Return(SqliteReading reading) => _idle.Add(reading);

    public void Dispose()
    {
        while (_idle.TryTake(out var reading))
        {
            reading.Dispose();
        }
    }
}
