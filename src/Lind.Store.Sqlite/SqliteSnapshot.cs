using Microsoft.Data.Sqlite;

namespace Lind.Store.Sqlite;

/// <summary>While it is open, all reads on the connection see one state of the database.</summary>
internal readonly struct SqliteSnapshot : IDisposable
{
    private readonly SqliteConnection _connection;

    public SqliteSnapshot(SqliteConnection connection)
    {
        _connection = connection;
        connection.Run("BEGIN DEFERRED");
    }

    public void Dispose() => _connection.Run("COMMIT");
}
