using System.IO.Compression;
using Lind.Search;
using Lind.Studies;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Benchmarks.SideBySide;

/// <summary>Turns a bulk zip of records into the corpus file: the fields of the areas that the queries use, five facets,
/// start day and sites.</summary>
public static class CorpusExport
{
    private static readonly string[] AreaNames = ["BasicSearch", "ConditionSearch", "InterventionSearch", "TitleSearch"];
    private static readonly StudyField[] FacetFields =
        [StudyFields.OverallStatus, StudyFields.Phase, StudyFields.StudyType, StudyFields.Sex, StudyFields.LocationCountry];

    private static readonly DateOnly Epoch = new(1970, 1, 1);

    public static int Write(string zip, string corpus, int limit)
    {
        var areas = AreaNames.Select(SearchAreas.OfName).ToList();
        var fields = areas.SelectMany(area => area.Fields).Select(part => part.Field).Distinct().ToList();
        var columns = fields.Select((field, i) => (field, i)).ToDictionary(pair => pair.field, pair => pair.i);
        var corpusAreas = areas.Select(area => new CorpusArea(
            area.Name, [.. area.Fields.Select(part => (columns[part.Field], (float)part.Part.Weight))]));
        var wanted = new FieldSet(fields.Concat(FacetFields)
            .Concat([StudyFields.StartDate, StudyFields.LocationCity, StudyFields.LocationStatus, StudyFields.LocationGeoPoint]));
        var written = 0;
        CorpusFile.Write(corpus, [.. fields.Select(field => field.Piece)], [.. corpusAreas],
            Records(zip).Take(limit).Select(record =>
            {
                written++;
                return Study(record, wanted, columns);
            }));
        return written;
    }

    /// <summary>The records of a bulk zip, in its order.</summary>
    public static IEnumerable<StudyRecord> Records(string zip)
    {
        using var archive = ZipFile.OpenRead(zip);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            var bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            yield return new StudyRecord(NctId.Parse(Path.GetFileNameWithoutExtension(entry.Name)).Value, bytes);
        }
    }

    private static CorpusStudy Study(StudyRecord record, FieldSet wanted, Dictionary<StudyField, int> columns)
    {
        var reading = new Reading(columns);
        StudyWalker.Walk(record.Json.Span, wanted, ref reading);
        return new CorpusStudy(record.NctId.Number, reading.Texts,
            [.. reading.Facets.Select(values => (IReadOnlyList<string>)[.. values.Distinct()])], reading.StartDay,
            [.. reading.Sites.Values]);
    }

    private struct Reading(Dictionary<StudyField, int> columns) : IStudyVisitor
    {
        public List<(int, string)> Texts { get; } = [];

        public List<string>[] Facets { get; } = [.. FacetFields.Select(_ => new List<string>())];

        public SortedDictionary<int, CorpusSite> Sites { get; } = [];

        public int? StartDay { get; private set; }

        public void Value(in StudyValue value)
        {
            if (columns.TryGetValue(value.Field, out var column))
            {
                Texts.Add((column, value.ToString()));
            }

            var facet = Array.IndexOf(FacetFields, value.Field);
            if (facet >= 0)
            {
                Facets[facet].Add(value.ToString());
            }

            Place(value);
        }

        public readonly void EndList(StudyField list, int count, ReadOnlySpan<int> ordinals)
        {
        }

        private void Place(in StudyValue value)
        {
            if (value.Field == StudyFields.StartDate && PartialDate.Parse(value.ToString()) is { Success: true } date)
            {
                StartDay = date.Value.Range.First.DayNumber - Epoch.DayNumber;
            }
            else if (value.Field == StudyFields.LocationCity)
            {
                Sites[value.Ordinals[0]] = Site(value) with { City = value.ToString() };
            }
            else if (value.Field == StudyFields.LocationStatus)
            {
                Sites[value.Ordinals[0]] = Site(value) with { Status = value.ToString() };
            }
            else if (value.Field == StudyFields.LocationGeoPoint)
            {
                Sites[value.Ordinals[0]] = Site(value) with { Latitude = value.Latitude, Longitude = value.Longitude };
            }
        }

        private readonly CorpusSite Site(in StudyValue value) =>
            Sites.GetValueOrDefault(value.Ordinals[0]) ?? new CorpusSite(double.NaN, double.NaN, "", "");
    }
}
