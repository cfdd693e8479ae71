using System.IO.Compression;
using System.Text;
using Lind.Studies.Csv;
using Lind.Studies.Fields;
using Lind.Studies.Json;
using Lind.TestKit;

namespace Lind.Studies.Tests.Csv;

public sealed class StudyCsvTests
{
    [Fact]
    public void Columns_AreTheRegistrysThirty() => Assert.Equal(30, StudyCsv.Columns.Count);

    /// <summary>The registry's own download of 529 studies, cell by cell and then byte by byte. That download leaves
    /// out one column, the summary.</summary>
    [Fact]
    public void WriteRow_TheStudiesOfTheRegistrysDownload_AreTheSameBytes()
    {
        var expected = File.ReadAllText(Requires.SharedData("csv-export/ctg-studies.csv"));
        var columns = StudyCsv.ParseColumns(expected[..expected.IndexOf('\n', StringComparison.Ordinal)].Split(','))
            .Value;
        Assert.Equal(StudyCsv.Columns.Where(column => column.Title != "Brief Summary"), columns);

        using var zip = ZipFile.OpenRead(Requires.SharedData("csv-export/ctg-studies.json.zip"));
        var rows = zip.Entries.ToDictionary(entry => entry.Name[..NctId.Length], entry => Row(Read(entry), columns));
        var ids = expected.Split('\n').Select(line => line.Split(',')[0]).Where(rows.ContainsKey).Distinct();
        var actual = new StringWriter();
        StudyCsv.WriteHeader(actual, columns);
        foreach (var id in ids)
        {
            actual.Write(rows[id]);
        }

        Assert.Equal(529, rows.Count);
        Assert.Equal(expected, actual.ToString());
    }

    [Fact]
    public void WriteRow_AnEmptyRecord_HasEmptyCells() => Assert.Equal(
        ",,https://clinicaltrials.gov/study/,,,,NO" + new string(',', 23) + "\n", Row(new Study(), StudyCsv.Columns));

    [Theory]
    [InlineData("NCTId")]
    [InlineData("")]
    [InlineData("Conditions|")]
    public void ParseColumns_NoColumn_FailsInTheRegistrysWords(string title) => Assert.Equal(
        $"Parameter 'fields' contains invalid CSV column name: '{title}'",
        StudyCsv.ParseColumns(["Study Title", title]).Error);

    [Fact]
    public void Fields_OfEachColumn_AreAllThatItReads()
    {
        var whole = StudyJson.Read(TestStudies.Full);
        foreach (var column in StudyCsv.Columns)
        {
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            FieldProjection.Of(column.Fields).Write(TestStudies.Full, buffer);

            Assert.NotEqual("", column.Read(whole));
            Assert.Equal(column.Read(whole), column.Read(StudyJson.Read(buffer.WrittenSpan)));
        }
    }

    private static string Row(Study study, IReadOnlyList<CsvColumn> columns)
    {
        var writer = new StringWriter();
        StudyCsv.WriteRow(writer, columns, study);
        return writer.ToString();
    }

    private static Study Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return StudyJson.Read(bytes.ToArray());
    }
}
