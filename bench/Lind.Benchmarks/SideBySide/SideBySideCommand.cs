using System.Diagnostics;
using System.Globalization;
using Lind.Index.Queries;
using Lind.Search;
using Cores = Lind.Index.Collectors.Cores;

namespace Lind.Benchmarks.SideBySide;

/// <summary>The comparison with Lucene, SQLite FTS5 and PostgreSQL: the same studies, fields and queries, one thread,
/// top 10 + exact count + five facets.</summary>
/// <remarks>
/// <code>
/// side-by-side export   ZIP CORPUS [LIMIT]              the corpus file for all engines
/// side-by-side queries  CORPUS QUERIES [SEED]           200 mixed queries
/// side-by-side lind     ZIP FOLDER QUERIES [PASSES [first|again] [threads]]  builds (parsing included) and asks; of earlier queries
///                                                       dear phrases are remembered; "first": nothing; "again": whole answers too;
///                                                       "threads": dear queries on all cores
/// side-by-side fields   CORPUS FOLDER QUERIES [PASSES [THREADS]]   Lind's engine over the fields of the corpus alone
/// side-by-side sqlite   CORPUS FILE QUERIES [PASSES]
/// side-by-side postgres CORPUS CONNECTION QUERIES [PASSES]
/// </code>
/// Lucene runs from bench/lucene; see docs/performance.md.
/// </remarks>
public static class SideBySideCommand
{
    private static readonly FacetKind[] Facets =
        [FacetKind.Status, FacetKind.Phase, FacetKind.StudyType, FacetKind.Sex, FacetKind.Country];

    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["export", var zip, var corpus, .. var rest]:
                Console.WriteLine($"{CorpusExport.Write(zip, corpus, Number(rest, int.MaxValue))} studies");
                return 0;
            case ["queries", var corpus, var queries, .. var rest]:
                using (var file = new CorpusFile(corpus))
                {
                    File.WriteAllLines(queries, QuerySet.Draw(file, Number(rest, 1)).Select(query => query.ToString()));
                }

                return 0;
            case ["lind", var zip, var folder, var queries, .. var rest]:
                // Whole answers are only remembered on demand: else the same queries again would measure nothing.
                PhraseMemo.MostBytes = rest.Contains("first") ? 0 : PhraseMemo.MostBytes;
                Cores.Most = rest.Contains("threads") ? Cores.Most : 1;
                var options = new SearchIndexOptions();
                return Lind(zip, folder, Queries(queries), Number(rest, 5), rest.Contains("again") ? options : options with { RememberedBytes = 0 });
            case ["fields", var corpus, var folder, var queries, .. var rest]:
                Cores.Most = 1;
                return Fields(corpus, folder, Queries(queries), Number(rest, 3), Number([.. rest.Skip(1)], 1));
            case ["sqlite", var corpus, var file, var queries, .. var rest]:
                return Sqlite(corpus, file, Queries(queries), Number(rest, 2));
            case ["postgres", var corpus, var connection, var queries, .. var rest]:
                return Postgres(corpus, connection, Queries(queries), Number(rest, 2));
            default:
                Console.Error.WriteLine("usage: side-by-side export|queries|lind|fields|sqlite|postgres ...");
                return 2;
        }
    }

    private static int Lind(string zip, string folder, List<BenchQuery> queries, int passes, SearchIndexOptions options)
    {
        using var index = SearchIndex.Open(folder, options);
        if (index.StudyCount == 0)
        {
            var start = Stopwatch.GetTimestamp();
            var report = index.Rebuild(CorpusExport.Records(zip));
            Built("lind", report.Studies, Stopwatch.GetElapsedTime(start).TotalSeconds, FolderBytes(folder));
        }

        var facets = Facets.Select(kind => new FacetRequest(kind)).ToList();
        Console.WriteLine(EngineFigures.Measure("lind", queries, passes, query =>
        {
            var result = index.Search(new StudySearchRequest { QueryTerm = query.Essie, CountTotal = true, Facets = facets });
            return result.Answer?.TotalCount ?? throw new InvalidOperationException($"{query.Essie}: {result.Error?.Message}");
        }, () => SpinWait.SpinUntil(() => !index.IsRemembering)).ToJson());
        return 0;
    }

    private static int Fields(string corpusPath, string folder, List<BenchQuery> queries, int passes, int threads)
    {
        var isNew = !Directory.Exists(folder);
        using var corpus = new CorpusFile(corpusPath);
        using var engine = new FieldsEngine(corpus, folder);
        if (isNew)
        {
            var count = 0L;
            var seconds = engine.Build(corpus.Studies().Select(study => Counted(study, ref count)), threads);
            Built("lind, fields", count, seconds, FolderBytes(folder));
        }

        Console.WriteLine(EngineFigures.Measure("lind, fields", queries, passes, engine.Ask).ToJson());
        return 0;
    }

    private static int Sqlite(string corpusPath, string file, List<BenchQuery> queries, int passes)
    {
        var isNew = !File.Exists(file);
        using var corpus = new CorpusFile(corpusPath);
        using var engine = new SqliteEngine(file, corpus);
        if (isNew)
        {
            var count = 0L;
            var seconds = engine.Build(corpus.Studies().Select(study => Counted(study, ref count)));
            Built("sqlite", count, seconds, new FileInfo(file).Length);
        }

        Console.WriteLine(EngineFigures.Measure("sqlite", queries, passes, engine.Ask).ToJson());
        return 0;
    }

    private static int Postgres(string corpusPath, string connection, List<BenchQuery> queries, int passes)
    {
        using var corpus = new CorpusFile(corpusPath);
        using var engine = new PostgresEngine(connection, corpus);
        var count = 0L;
        var seconds = engine.Build(corpus.Studies().Select(study => Counted(study, ref count)));
        Built("postgres", count, seconds, engine.Bytes());
        Console.WriteLine(EngineFigures.Measure("postgres", queries, passes, engine.Ask).ToJson());
        return 0;
    }

    private static CorpusStudy Counted(CorpusStudy study, ref long count)
    {
        count++;
        return study;
    }

    private static void Built(string engine, long studies, double seconds, long bytes) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{{\"engine\":\"{engine}\",\"studies\":{studies},\"seconds\":{seconds:0.0},\"bytes\":{bytes}}}"));

    private static long FolderBytes(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private static List<BenchQuery> Queries(string path) => [.. File.ReadLines(path).Select(BenchQuery.Parse)];

    private static int Number(string[] rest, int otherwise) =>
        rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : otherwise;
}
