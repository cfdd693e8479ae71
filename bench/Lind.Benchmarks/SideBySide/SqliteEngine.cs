using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Lind.Benchmarks.SideBySide;

/// <summary>SQLite FTS5's side: one column a field, bm25 with the area's weights, five facets by GROUP BY.</summary>
public sealed class SqliteEngine : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly IReadOnlyList<string> _fields;
    private readonly Dictionary<string, CorpusArea> _areas;

    public SqliteEngine(string file, CorpusFile corpus)
    {
        _connection = new SqliteConnection($"Data Source={file}");
        _connection.Open();
        _fields = corpus.Fields;
        _areas = corpus.Areas.ToDictionary(area => area.Name);
        Run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-500000; PRAGMA mmap_size=8000000000;");
    }

    public void Dispose() => _connection.Dispose();

    public double Build(IEnumerable<CorpusStudy> studies)
    {
        var start = Stopwatch.GetTimestamp();
        var columns = string.Join(", ", _fields.Select((_, i) => $"f{i}"));
        Run($"CREATE VIRTUAL TABLE texts USING fts5({columns}, content='', tokenize='porter unicode61 remove_diacritics 2')");
        Run("CREATE TABLE facets(facet INTEGER, study INTEGER, value TEXT)");
        Run("CREATE TABLE starts(study INTEGER PRIMARY KEY, day INTEGER)");
        Run("CREATE TABLE sites(study INTEGER, city TEXT, status TEXT, lat REAL, lon REAL)");
        using (var transaction = _connection.BeginTransaction())
        {
            using var texts = Insert($"INSERT INTO texts(rowid, {columns}) VALUES", _fields.Count + 1);
            using var facets = Insert("INSERT INTO facets VALUES", 3);
            using var starts = Insert("INSERT OR REPLACE INTO starts VALUES", 2);
            using var sites = Insert("INSERT INTO sites VALUES", 5);
            foreach (var study in studies)
            {
                Add(study, texts, facets, starts, sites);
            }

            transaction.Commit();
        }

        Run("CREATE INDEX facets_by_study ON facets(study, facet, value); CREATE INDEX sites_by_study ON sites(study)");
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Top 10, exact count, five facets.</summary>
    public long Ask(BenchQuery query)
    {
        Run("DROP TABLE IF EXISTS temp.hits");
        var match = string.Join(" AND ", query.Clauses.Select(Match).Where(text => text.Length > 0));
        var area = _areas[query.Clauses[0].Area];
        var weights = new float[_fields.Count];
        foreach (var (field, weight) in area.Fields)
        {
            weights[field] = weight;
        }

        var filters = string.Concat(query.Clauses.Select(Filter));
        Run($"CREATE TEMP TABLE hits AS SELECT rowid AS study, bm25(texts, {string.Join(',', weights)}) AS score FROM texts WHERE texts MATCH '{match.Replace("'", "''")}'{filters}");
        Read("SELECT study FROM temp.hits ORDER BY score LIMIT 10");
        Read("SELECT facet, value, count(*) FROM temp.hits JOIN facets USING(study) GROUP BY facet, value");
        using var count = _connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM temp.hits";
        return (long)count.ExecuteScalar()!;
    }

    private string Match(Clause clause)
    {
        if (!clause.Kind.Contains(':', StringComparison.Ordinal))
        {
            return "";
        }

        var columns = "{" + string.Join(' ', _areas[clause.Area].Fields.Select(field => $"f{field.Field}")) + "}";
        return clause.Kind.Split(':')[0] switch
        {
            "words" => string.Join(" AND ", clause.Value.Split(' ').Select(word => $"({columns} : \"{word}\")")),
            "phrase" => $"({columns} : \"{clause.Value}\")",
            _ => "(" + string.Join(" OR ", clause.Value.Split('|').Select(text => $"{columns} : \"{text}\"")) + ")",
        };
    }

    // With the plus the studies that match are filtered; without it SQLite asks the index of words about each study of the
    // filter, which took a minute for three years of starts.
    private static string Filter(Clause clause)
    {
        var parts = clause.Value.Split(',', '|');
        return clause.Kind switch
        {
            "start" => $" AND +rowid IN (SELECT study FROM starts WHERE day BETWEEN {parts[0]} AND {parts[1]})",
            "site" => $" AND +rowid IN (SELECT study FROM sites WHERE city = '{parts[0]}' AND status = '{parts[1]}')",
            "geo" => $" AND +rowid IN (SELECT study FROM sites WHERE 3958.8 * acos(min(1, sin(radians({parts[0]})) * sin(radians(lat)) + cos(radians({parts[0]})) * cos(radians(lat)) * cos(radians(lon - ({parts[1]}))))) <= {parts[2]})",
            _ => "",
        };
    }

    private static void Add(CorpusStudy study, SqliteCommand texts, SqliteCommand facets, SqliteCommand starts, SqliteCommand sites)
    {
        foreach (SqliteParameter parameter in texts.Parameters)
        {
            parameter.Value = DBNull.Value;
        }

        texts.Parameters[0].Value = study.Number;
        foreach (var group in study.Texts.GroupBy(text => text.Field))
        {
            texts.Parameters[group.Key + 1].Value = string.Join(" \n ", group.Select(text => text.Text));
        }

        texts.ExecuteNonQuery();
        for (var i = 0; i < study.Facets.Length; i++)
        {
            foreach (var value in study.Facets[i])
            {
                Execute(facets, i, study.Number, value);
            }
        }

        if (study.StartDay is { } day)
        {
            Execute(starts, study.Number, day);
        }

        foreach (var site in study.Sites)
        {
            Execute(sites, study.Number, site.City, site.Status, site.Latitude, site.Longitude);
        }
    }

    private static void Execute(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] is double.NaN ? DBNull.Value : values[i];
        }

        command.ExecuteNonQuery();
    }

    private SqliteCommand Insert(string head, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = $"{head}({string.Join(',', Enumerable.Range(0, parameters).Select(i => $"$p{i}"))})";
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter($"$p{i}", DBNull.Value));
        }

        command.Prepare();
        return command;
    }

    private void Read(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            reader.GetValue(0);
        }
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
