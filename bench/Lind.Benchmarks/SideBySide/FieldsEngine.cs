using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Schemas;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Search.Analysis;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Benchmarks.SideBySide;

/// <summary>Lind's engine over just the fields, facets and sites that the other engines get: what build time and size are to be
/// compared with theirs. (The program's own index holds all text of a record, see <c>side-by-side lind</c>.)</summary>
public sealed class FieldsEngine(CorpusFile corpus, string folder) : IDisposable
{
    private const int Day = CorpusFile.FacetCount; // columns: the facets, start day, points; of sites: status
    private const int Place = Day + 1;
    private const int Documents = 0;
    private const int Sites = 1;
    private const double MetresPerMile = 1609.344;

    private readonly StudyField[] _fields = [.. corpus.Fields.Select(piece => FieldCatalogue.ByPiece(piece)!)];
    private readonly Dictionary<string, FieldWeights> _areas = corpus.Areas.ToDictionary(
        area => area.Name, area => new FieldWeights(area.Fields.Select(part => KeyValuePair.Create(part.Field, part.Weight)), 0));

    private readonly FieldWeights _city = new(0);
    private readonly IndexSchema _schema = new(
        new TableSchema("studies", [.. corpus.Fields.Select(name => new TextField(name))],
        [
            .. Enumerable.Range(0, CorpusFile.FacetCount).Select(i => new ColumnField($"facet{i}", ColumnKind.Keyword)),
            new ColumnField("start", ColumnKind.Integer), new ColumnField("place", ColumnKind.Point),
        ]),
        new TableSchema("sites", [new TextField("city")], [new ColumnField("status", ColumnKind.Keyword)]));

    private readonly IReadOnlyList<FacetRequest> _facets =
        [.. Enumerable.Range(0, CorpusFile.FacetCount).Select(i => new FacetRequest(i, 10))];

    private Snapshot? _snapshot;

    public void Dispose() => _snapshot?.Dispose();

    /// <summary>Builds the index from studies that are parsed already; returns seconds.</summary>
    public double Build(IEnumerable<CorpusStudy> studies, int threads)
    {
        var start = Stopwatch.GetTimestamp();
        using var writer = IndexWriter.Open(new FileDirectory(folder), _schema, new IndexOptions { MergeInBackground = false });
        using var queue = new System.Collections.Concurrent.BlockingCollection<CorpusStudy>(256);
        var workers = Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var feeder = new Feeder(writer.CreateBuilder(), _fields);
                foreach (var study in queue.GetConsumingEnumerable())
                {
                    feeder.Add(study);
                }
            },
            TaskCreationOptions.LongRunning)).ToArray();
        foreach (var study in studies)
        {
            queue.Add(study);
        }

        queue.CompleteAdding();
        Task.WaitAll(workers);
        writer.Commit().Dispose();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Top 10, exact count, five facets.</summary>
    public long Ask(BenchQuery query)
    {
        _snapshot ??= Snapshot.Open(new FileDirectory(folder), _schema);
        var all = new AndQuery([.. query.Clauses.Select(Of)]);
        return new Searcher(_snapshot).Search(new SearchRequest { Query = all, Facets = _facets }).Total;
    }

    private Query Of(Clause clause)
    {
        var parts = clause.Value.Split(',', '|');
        return clause.Kind.Split(':')[0] switch
        {
            "words" => new AndQuery([.. clause.Value.Split(' ').Select(word => Phrase(word, _areas[clause.Area]))]),
            "phrase" => Phrase(clause.Value, _areas[clause.Area]),
            "any" => new OrQuery([.. clause.Value.Split('|').Select(text => Phrase(text, _areas[clause.Area]))]),
            "start" => new IntegerQuery(Day, Number(parts[0]), Number(parts[1])),
            "geo" => new DistanceQuery(Place, Real(parts[0]), Real(parts[1]), Real(parts[2]) * MetresPerMile),
            "site" => new NestedQuery(
                Sites, new AndQuery([Phrase(parts[0], _city), new KeywordQuery(0, Encoding.UTF8.GetBytes(parts[1]))]), NestedScore.Zero),
            _ => throw new InvalidDataException($"{clause.Kind} is no clause"),
        };
    }

    private static Query Phrase(string text, FieldWeights fields)
    {
        var slots = new List<PhraseSlot>();
        var words = new WordReader(Encoding.UTF8.GetBytes(text));
        Span<byte> term = stackalloc byte[256];
        while (words.Next())
        {
            var length = TermForm.Of(words.Word, term);
            slots.Add(new PhraseSlot(new Term(term[..length].ToArray())));
        }

        return slots is [var only] ? new TermQuery(only.Terms[0], fields) : new PhraseQuery(slots, fields);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static double Real(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Feeder(DocumentBuilder builder, StudyField[] fields)
    {
        private readonly Lind.Search.Mapping.TextWriter _text = new(builder);

        internal void Add(CorpusStudy study)
        {
            builder.Begin(study.Number);
            foreach (var (field, text) in study.Texts)
            {
                _text.Add(field, fields[field], Encoding.UTF8.GetBytes(text));
            }

            _text.WriteAll(Documents);

            for (var facet = 0; facet < study.Facets.Length; facet++)
            {
                foreach (var value in study.Facets[facet])
                {
                    builder.Keyword(facet, Encoding.UTF8.GetBytes(value));
                }
            }

            if (study.StartDay is { } day)
            {
                builder.Integer(Day, day);
            }

            AddSites(study);
            builder.End();
        }

        private void AddSites(CorpusStudy study)
        {
            foreach (var site in study.Sites.Where(site => !double.IsNaN(site.Latitude)))
            {
                builder.Point(Place, site.Latitude, site.Longitude);
            }

            foreach (var site in study.Sites)
            {
                builder.BeginRow(Sites);
                _text.Add(0, StudyFields.LocationCity, Encoding.UTF8.GetBytes(site.City));
                _text.WriteAll(Sites);
                builder.Keyword(0, Encoding.UTF8.GetBytes(site.Status));
                builder.EndRow();
            }
        }
    }
}
