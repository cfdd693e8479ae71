using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Lind.Studies;
using Lind.Studies.Json;
using Lind.Studies.Xml;
using Lind.TestKit;

namespace Lind.Search.Tests.Patients;

/// <summary>TREC Clinical Trials 2021: patients, judgements, and all studies of the shared data in both forms.</summary>
internal sealed class JudgedPatients
{
    private JudgedPatients(
        IReadOnlyList<StudyRecord> studies,
        IReadOnlyList<(string Number, string Text)> topics,
        IReadOnlyDictionary<string, Dictionary<int, int>> grades) =>
        (Studies, Topics, Grades) = (studies, topics, grades);

    public IReadOnlyList<StudyRecord> Studies { get; }

    public IReadOnlyList<(string Number, string Text)> Topics { get; }

    /// <summary>By topic: 2 eligible, 1 excluded, 0 not relevant; only studies that are in <see cref="Studies"/>.</summary>
    public IReadOnlyDictionary<string, Dictionary<int, int>> Grades { get; }

    public static JudgedPatients Read()
    {
        var studies = Records();
        var known = studies.Select(study => study.NctId.Number).ToHashSet();
        var grades = File.ReadLines(Requires.SharedData("trec-ct-2021/qrels.txt"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(cells => (Topic: cells[0], Study: Number(cells[2].AsSpan(3)), Grade: Number(cells[3])))
            .Where(one => known.Contains(one.Study))
            .GroupBy(one => one.Topic)
            .ToDictionary(topic => topic.Key, topic => topic.ToDictionary(one => one.Study, one => one.Grade));
        var topics = XDocument.Load(Requires.SharedData("trec-ct-2021/topics.xml")).Root!.Elements("topic")
            .Select(topic => (topic.Attribute("number")!.Value, topic.Value.Trim())).ToArray();
        return new JudgedPatients(studies, topics, grades);
    }

    private static List<StudyRecord> Records()
    {
        var records = Oracle.SharedStudies.Take(int.MaxValue).DistinctBy(record => record.NctId).ToList();
        var known = records.Select(record => record.NctId).ToHashSet();
        using var zip = ZipFile.OpenRead(Requires.SharedData("studies-xml.zip"));
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            var converted = StudyXml.Convert(stream);
            if (!converted.Succeeded || !StudyHead.Read(converted.Json.Span).TryGet(out var head))
            {
                continue;
            }

            if (known.Add(head.NctId))
            {
                records.Add(new StudyRecord(head.NctId, converted.Json));
            }
        }

        return records;
    }

    private static int Number(ReadOnlySpan<char> text) =>
        int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
