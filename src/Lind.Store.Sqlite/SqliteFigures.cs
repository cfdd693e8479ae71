using Lind.Studies;
using Microsoft.Data.Sqlite;

namespace Lind.Store.Sqlite;

/// <summary>Counts and sizes.</summary>
internal static class SqliteFigures
{
    public static StoreStatistics Read(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT count(*), coalesce(sum(v.length), 0), max(v.stamp), coalesce(max(s.change), 0),
                   (SELECT count(*) FROM versions)
            FROM studies s JOIN versions v USING (version_id)
            """;
        using var reader = command.ExecuteReader();
        reader.Read();
        DateOnly? stamp = reader.IsDBNull(2) ? null : DateOnly.FromDayNumber(reader.GetInt32(2));
        return new StoreStatistics(
            reader.GetInt64(0), reader.GetInt64(4), reader.GetInt64(1), SizeOf(path), stamp, reader.GetInt64(3));
    }

    public static long CountChanges(SqliteConnection connection, long since)
    {
        using var command = connection.Prepare("SELECT count(*) FROM studies WHERE change > $1", 1).With(since);
        return (long)command.ExecuteScalar()!;
    }

    public static List<StudySize> ReadSizes(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT s.nct, v.length FROM studies s JOIN versions v USING (version_id) ORDER BY s.nct";
        using var reader = command.ExecuteReader();
        var sizes = new List<StudySize>();
        while (reader.Read())
        {
            sizes.Add(new StudySize(NctId.FromNumber(reader.GetInt32(0)), reader.GetInt32(1)));
        }

        return sizes;
    }

    // The log beside the file counts too: its bytes are on the same disk.
    private static long SizeOf(string path) =>
        new[] { path, path + "-wal" }.Select(name => new FileInfo(name)).Where(file => file.Exists)
            .Sum(file => file.Length);
}
