using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Lind.Store.Sqlite;

/// <summary>Brings a database file to the shape this program knows: the numbered <c>Migrations/*.sql</c> in order,
/// each in a transaction of its own. <c>PRAGMA user_version</c> holds the number of the last one applied.</summary>
internal static class SqliteMigrations
{
    /// <summary>The number of the newest migration.</summary>
    public static int Latest => All()[^1].Number;

    /// <summary>Applies what is missing, up to <paramref name="target"/>.</summary>
    /// <exception cref="StoreDamagedException">The file was written by a newer program.</exception>
    public static void Apply(SqliteConnection connection, int target)
    {
        var present = ReadVersion(connection);
        if (present > Latest)
        {
            throw new StoreDamagedException(
                $"The store has schema {present}; this program knows schemas up to {Latest}. Use a newer program.");
        }

        foreach (var (number, sql) in All().Where(migration => migration.Number > present && migration.Number <= target))
        {
            using var transaction = connection.BeginTransaction();
            connection.Run(sql);
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));
            transaction.Commit();
        }
    }

    public static int ReadVersion(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static List<(int Number, string Sql)> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (NumberOf(name), ReadText(assembly, name)))
            .OrderBy(migration => migration.Item1)];
    }

    // "0001-first.sql" -> 1
    private static int NumberOf(string name) => int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture);

    private static string ReadText(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
