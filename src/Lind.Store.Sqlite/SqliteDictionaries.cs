using System.Collections.Concurrent;
using Lind.Store.Packing;
using Microsoft.Data.Sqlite;

namespace Lind.Store.Sqlite;

/// <summary>The dictionaries of a file, each read once. Safe for several threads.</summary>
internal sealed class SqliteDictionaries
{
    private readonly ConcurrentDictionary<long, StudyDictionary> _known = [];

    /// <summary>The dictionary of a number; null for 0.</summary>
    /// <exception cref="StoreDamagedException">It is missing or damaged.</exception>
    public StudyDictionary? Find(SqliteConnection connection, long id)
    {
        if (id == 0)
        {
            return null;
        }

        return _known.TryGetValue(id, out var known) ? known : _known.GetOrAdd(id, Read(connection, id));
    }

    /// <summary>The newest one; null if none was learned.</summary>
    public StudyDictionary? FindNewest(SqliteConnection connection)
    {
        using var command = connection.Prepare("SELECT coalesce(max(dictionary_id), 0) FROM dictionaries", 0);
        return Find(connection, (long)command.ExecuteScalar()!);
    }

    private static StudyDictionary Read(SqliteConnection connection, long id)
    {
        using var command = connection.Prepare(
            "SELECT checksum, payload, form FROM dictionaries WHERE dictionary_id = $1", 1).With(id);
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            throw new StoreDamagedException($"Dictionary {id} is missing.");
        }

        var bytes = reader.GetFieldValue<byte[]>(1);
        return StudyBlock.ChecksumOf(bytes) == unchecked((uint)reader.GetInt64(0))
            ? StudyDictionary.Read(id, bytes, (DictionaryForm)reader.GetInt32(2))
            : throw new StoreDamagedException($"Dictionary {id} does not match its checksum.");
    }
}
