using System.IO.Compression;
using System.Text;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Search.Tests.Oracle;

/// <summary>Real records for tests.</summary>
internal static class SharedStudies
{
    /// <summary>The first records of the collection in the v2 form.</summary>
    public static IReadOnlyList<StudyRecord> Take(int count)
    {
        var path = Requires.SharedData("studies-v2.ndjson.gz");
        using var file = File.OpenRead(path);
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped, Encoding.UTF8);
        var records = new List<StudyRecord>();
        while (records.Count < count && reader.ReadLine() is { } line)
        {
            var json = Encoding.UTF8.GetBytes(line);
            var at = line.IndexOf("\"nctId\":\"NCT", StringComparison.Ordinal) + 9;
            records.Add(new StudyRecord(NctId.FromNumber(int.Parse(line.AsSpan(at + 3, 8), System.Globalization.CultureInfo.InvariantCulture)), json));
        }

        return records;
    }
}
