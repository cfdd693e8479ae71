using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Lind.Benchmarks.SideBySide;

/// <summary>PostgreSQL's side: a weighted tsvector a search area under GIN, ts_rank, five facets by GROUP BY.</summary>
/// <remarks>PostgreSQL knows four weights; a field's weight goes to the nearest of 1, .7, .4, .2 (A to D).</remarks>
public sealed class PostgresEngine : IDisposable
{
    private static readonly string[] Areas = ["BasicSearch", "ConditionSearch", "TitleSearch"];
    private readonly NpgsqlConnection _connection;
    private readonly Dictionary<string, CorpusArea> _areas;

    public PostgresEngine(string connectionString, CorpusFile corpus)
    {
        _connection = new NpgsqlConnection(connectionString);
        _connection.Open();
        _areas = corpus.Areas.ToDictionary(area => area.Name);
        Run("SET jit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '1GB'; SET max_parallel_workers_per_gather = 0; SET synchronous_commit = off");
    }

    public void Dispose() => _connection.Dispose();

    public double Build(IEnumerable<CorpusStudy> studies)
    {
        var start = Stopwatch.GetTimestamp();
        Run("DROP TABLE IF EXISTS studies, facets, sites");
        Run($"CREATE UNLOGGED TABLE studies(number int PRIMARY KEY, day int, {string.Join(", ", Areas.Select(area => $"{area} tsvector"))})");
        Run("CREATE UNLOGGED TABLE facets(facet int, study int, value text)");
        Run("CREATE UNLOGGED TABLE sites(study int, city text, status text, lat float8, lon float8)");
        foreach (var chunk in studies.Chunk(500))
        {
            Load(chunk);
        }

        foreach (var area in Areas)
        {
            Run($"CREATE INDEX ON studies USING gin({area})");
        }

        Run("CREATE INDEX ON facets(study); CREATE INDEX ON sites(study); ANALYZE studies; ANALYZE facets; ANALYZE sites");
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public long Bytes()
    {
        using var command = Command("SELECT pg_total_relation_size('studies') + pg_total_relation_size('facets') + pg_total_relation_size('sites')");
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Top 10, exact count, five facets.</summary>
    public long Ask(BenchQuery query)
    {
        var area = query.Clauses[0].Area;
        var text = string.Join(" && ", query.Clauses.Select(TsQuery).Where(part => part.Length > 0));
        var filters = string.Concat(query.Clauses.Select(Filter));
        Run($"DROP TABLE IF EXISTS hits; CREATE TEMP TABLE hits AS SELECT number AS study, ts_rank('{{0.2,0.4,0.7,1}}', {area}, q) AS score FROM studies, (SELECT {text} AS q) query WHERE {area} @@ q{filters}");
        Read("SELECT study FROM hits ORDER BY score DESC LIMIT 10");
        Read("SELECT facet, value, count(*) FROM hits JOIN facets USING (study) GROUP BY facet, value");
        using var count = Command("SELECT count(*) FROM hits");
        return (long)count.ExecuteScalar()!;
    }

    private static string TsQuery(Clause clause) => clause.Kind.Split(':')[0] switch
    {
        "words" => $"plainto_tsquery('english', '{clause.Value}')",
        "phrase" => $"phraseto_tsquery('english', '{clause.Value}')",
        "any" => "(" + string.Join(" || ", clause.Value.Split('|').Select(text => $"phraseto_tsquery('english', '{text}')")) + ")",
        _ => "",
    };

    private static string Filter(Clause clause)
    {
        var parts = clause.Value.Split(',', '|');
        return clause.Kind switch
        {
            "start" => $" AND day BETWEEN {parts[0]} AND {parts[1]}",
            "site" => $" AND EXISTS (SELECT FROM sites WHERE study = number AND city = '{parts[0]}' AND status = '{parts[1]}')",
            "geo" => $" AND EXISTS (SELECT FROM sites WHERE study = number AND 3958.8 * acos(least(1, sin(radians({parts[0]})) * sin(radians(lat)) + cos(radians({parts[0]})) * cos(radians(lat)) * cos(radians(lon - ({parts[1]}))))) <= {parts[2]})",
            _ => "",
        };
    }

    private void Load(CorpusStudy[] chunk)
    {
        using (var batch = new NpgsqlBatch(_connection))
        {
            foreach (var study in chunk)
            {
                batch.BatchCommands.Add(StudyRow(study));
            }

            batch.ExecuteNonQuery();
        }

        using (var facets = _connection.BeginBinaryImport("COPY facets FROM STDIN BINARY"))
        {
            foreach (var (study, i, value) in chunk.SelectMany(study => study.Facets.SelectMany((values, i) => values.Select(value => (study, i, value)))))
            {
                facets.WriteRow(i, study.Number, value);
            }

            facets.Complete();
        }

        using var sites = _connection.BeginBinaryImport("COPY sites FROM STDIN BINARY");
        foreach (var (study, site) in chunk.SelectMany(study => study.Sites.Select(site => (study, site))))
        {
            sites.WriteRow(study.Number, site.City, site.Status,
                double.IsNaN(site.Latitude) ? DBNull.Value : site.Latitude, double.IsNaN(site.Longitude) ? DBNull.Value : site.Longitude);
        }

        sites.Complete();
    }

    private NpgsqlBatchCommand StudyRow(CorpusStudy study)
    {
        var command = new NpgsqlBatchCommand();
        command.Parameters.Add(new NpgsqlParameter { Value = study.Number });
        command.Parameters.Add(new NpgsqlParameter { Value = study.StartDay ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        var vectors = new List<string>();
        foreach (var area in Areas)
        {
            var weights = _areas[area].Fields.ToDictionary(field => field.Field, field => field.Weight);
            var parts = study.Texts.Where(text => weights.ContainsKey(text.Field)).GroupBy(text => Letter(weights[text.Field]))
                .Select(group => (group.Key, Text: string.Join(" \n ", group.Select(text => text.Text)).Replace('\0', ' ')));
            var made = new List<string> { "''::tsvector" };
            foreach (var (letter, text) in parts)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = text.Length > 200_000 ? text[..200_000] : text });
                made.Add($"setweight(to_tsvector('english', ${command.Parameters.Count}), '{letter}')");
            }

            vectors.Add(string.Join(" || ", made));
        }

        command.CommandText = $"INSERT INTO studies VALUES ($1, $2, {string.Join(", ", vectors)})";
        return command;
    }

    private static char Letter(float weight) => weight switch { >= .85f => 'A', >= .55f => 'B', >= .3f => 'C', _ => 'D' };

    private NpgsqlCommand Command(string sql) => new(sql, _connection);

    private void Read(string sql)
    {
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            reader.GetValue(0);
        }
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }
}
