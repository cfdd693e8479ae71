using Lind.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Lind.Store.Tests;

public sealed class SqliteMigrationsTests
{
    [Fact]
    public void Apply_StepByStep_GivesTheSameShapeAsAtOnce()
    {
        using var fresh = Memory();
        SqliteMigrations.Apply(fresh, SqliteMigrations.Latest);
        using var upgraded = Memory();
        for (var target = 1; target <= SqliteMigrations.Latest; target++)
        {
            SqliteMigrations.Apply(upgraded, target);
            Assert.Equal(target, SqliteMigrations.ReadVersion(upgraded));
        }

        Assert.Equal(ShapeOf(fresh), ShapeOf(upgraded));
    }

    [Fact]
    public void Apply_Twice_ChangesNothing()
    {
        using var connection = Memory();
        SqliteMigrations.Apply(connection, SqliteMigrations.Latest);
        var shape = ShapeOf(connection);

        SqliteMigrations.Apply(connection, SqliteMigrations.Latest);

        Assert.Equal(shape, ShapeOf(connection));
    }

    private static SqliteConnection Memory()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private static List<string> ShapeOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY name";
        using var reader = command.ExecuteReader();
        var shape = new List<string>();
        while (reader.Read())
        {
            shape.Add(reader.GetString(0));
        }

        return shape;
    }
}
