using System.Text;
using Lind.Registry.Importing;
using Lind.TestKit;
using static Lind.Registry.Tests.RegistryFixture;

namespace Lind.Registry.Tests.Importing;

/// <summary>Damaged and hostile inputs: what is sound is taken, what is not is counted and set aside, one by one.</summary>
public sealed class ImportFaultTests
{
    private static readonly string A = MinimalStudy.Json(1);
    private static readonly string B = MinimalStudy.Json(2);
    private static readonly string C = MinimalStudy.Json(3);
    private static readonly string Deep = new string('[', 10_000) + new string(']', 10_000);

    // Name of the file, its content, studies taken, records rejected, a word of the first reason.
    public static TheoryData<string, byte[], int, int, string> Inputs => new()
    {
        // Shapes.
        { "one.json", Bytes(A), 1, 0, "" },
        { "pretty.json", Bytes(Pretty(A)), 1, 0, "" },
        { "array.json", Bytes($"[{A},{B}]"), 2, 0, "" },
        { "empty-array.json", Bytes("[]"), 0, 0, "" },
        { "page.json", Bytes($"{{\"totalCount\":2,\"studies\":[{A},{B}],\"nextPageToken\":\"x\"}}"), 2, 0, "" },
        { "page-lines.json", Bytes($"{{\"studies\":[\n{A},\n{B}\n],\"nextPageToken\":\"x\"}}\n"), 2, 0, "" },
        { "empty-page.json", Bytes("{\"studies\":[]}"), 0, 0, "" },
        { "lines.ndjson", Bytes($"{A}\n{B}\n"), 2, 0, "" },
        { "lines.json", Bytes($"{A}\r\n\r\n{B}"), 2, 0, "" },
        { "pretty-array.json", Bytes($"[\n{Pretty(A)},\n{Pretty(B)}\n]"), 2, 0, "" },
        { "after-each-other.json", Bytes($"{Pretty(A)}\n{Pretty(B)}"), 2, 0, "" },
        { "mark.json", [0xEF, 0xBB, 0xBF, .. Bytes(A)], 1, 0, "" },
        { "packed.ndjson.gz", Gzip($"{A}\n{B}\n"), 2, 0, "" },
        { "named-wrongly.txt", Gzip(A), 1, 0, "" },
        { "two-members.gz", [.. Gzip(A + "\n"), .. Gzip(B + "\n")], 2, 0, "" },
        { "odd-names.zip", Zip(("../../etc/passwd", Bytes(A)), ("C:\\x\u0001.json", Bytes(B)), ("dir/", [])), 2, 0, "" },
        { "packed-in-zip.zip", Zip(("a.json.gz", Gzip(A)), ("b.ndjson", Bytes($"{B}\n{C}"))), 3, 0, "" },
        { "empty.zip", Zip(), 0, 0, "" },
        // Nothing there.
        { "empty.json", [], 0, 1, "empty" },
        { "blank.json", Bytes(" \n\n "), 0, 1, "empty" },
        { "empty.gz", [], 0, 1, "empty" },
        { "packed-nothing.gz", Gzip(""), 0, 1, "empty" },
        { "empty-member.zip", Zip(("a.json", []), ("b.json", Bytes(B))), 1, 1, "empty" },
        // Something else.
        { "table.csv", Bytes("NCT Number,Title\nNCT00000001,A\n"), 0, 1, "Neither" },
        { "zeros.bin", new byte[100], 0, 1, "Neither" },
        { "utf16.json", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(A)], 0, 1, "UTF-16" },
        { "utf16-without-mark.json", Encoding.Unicode.GetBytes(A), 0, 1, "UTF-16" },
        { "page.html", Bytes("<!DOCTYPE html><html></html>"), 0, 1, "" },
        // Cut off.
        { "cut.json", Bytes(A[..^30]), 0, 1, "cut off" },
        { "cut-last.ndjson", Bytes($"{A}\n{B[..^30]}"), 1, 1, "" },
        { "cut-middle.ndjson", Bytes($"{A}\n{B[..60]}\n{C}\n"), 2, 1, "" },
        { "cut-first.json", Bytes($"{A[..60]}\n{B}\n{C}\n"), 2, 1, "" },
        { "cut-array.json", Bytes($"[{A},{B[..60]}"), 1, 1, "cut off" },
        { "cut-between.json", Bytes($"[{A},{B},"), 2, 1, "cut off" },
        { "cut-in-page.json", Bytes($"{{\"studies\":[\n{A[..60]}\n,\n{B},\n{C}\n]}}"), 2, 1, "another one begins" },
        { "cut-in-string.json", Bytes($"[\n{A[..^5][..90]}\n{B},\n{C}\n]"), 2, 1, "another one begins" },
        { "cut.ndjson.gz", Gzip($"{A}\n{B}\n{C}\n")[..^12], 2, 1, "cut off" },
        { "cut-trailer.ndjson.gz", Gzip($"{A}\n{B}\n")[..^4], 2, 1, "cut off" },
        { "unlisted.zip", [.. Zip(("a.json", Bytes(A)))[..40], .. Zip()], 0, 1, "lists none" },
        { "cut-list.zip", Zip(("a.json", Bytes(A)))[..^10], 1, 1, "list of its members" },
        { "cut-list-of-many.zip", Zip(("a.json", Bytes(A)), ("x/", []), ("b.ndjson", Bytes($"{B}\n{C}")))[..^60], 3, 1, "cut off" },
        { "cut-member.zip", Zip(("a.json", Bytes(A)), ("b.json", Bytes(B)))[..^260], 1, 1, "cut off" },
        { "cut-streamed.zip", StreamedZip(("a.json", Bytes(A)), ("b.json", Bytes(B)))[..^30], 2, 1, "cut off" },
        { "cut-in-streamed.zip", StreamedZip(("a.json", Bytes(A)), ("b.json", Bytes(B)))[..^200], 1, 1, "cut off" },
        { "cut-and-flipped.zip", Flip(Zip(("a.json", Bytes(A)), ("b.json", Bytes(B))), 80)[..^10], 1, 2, "" },
        { "encrypted.zip", Encrypted(Zip(("a.json", Bytes(A)))), 0, 1, "encrypted" },
        // Damaged.
        { "bare-word.json", Bytes($"[{A},{B.Replace("false", "nope", StringComparison.Ordinal)},{C}]"), 2, 1, "" },
        { "not-objects.json", Bytes($"[{A},null,7,\"x\",[1],{B}]"), 2, 4, "" },
        { "garbage-behind.json", Bytes($"{A} trailing"), 1, 1, "neither" },
        { "not-utf8.ndjson", [.. Bytes(A + "\n"), .. Latin1(MinimalStudy.Json(2, title: "é")), (byte)'\n'], 1, 1, "UTF-8" },
        { "tab-in-string.ndjson", Bytes($"{A}\n{MinimalStudy.Json(2, title: "a\tb")}\n"), 1, 1, "" },
        { "deep.ndjson", Bytes($"{A}\n{{\"x\":{Deep}}}\n{B}\n"), 2, 1, "" },
        { "deep.json", Bytes(Deep), 0, 1, "" },
        { "wrong-type.ndjson", Bytes($"{A}\n{{\"protocolSection\":[]}}\n"), 1, 1, "" },
        { "wrong-title.ndjson", Bytes(A.Replace("\"A study\"", "{}", StringComparison.Ordinal)), 0, 1, "briefTitle" },
        { "no-id.json", Bytes("{\"protocolSection\":{\"identificationModule\":{}}}"), 0, 1, "nctId" },
        { "short-id.json", Bytes(A.Replace("NCT00000001", "NCT0001", StringComparison.Ordinal)), 0, 1, "nctId" },
        { "lower-id.json", Bytes(A.Replace("NCT00000001", "nct00000001", StringComparison.Ordinal)), 0, 1, "nctId" },
        { "number-id.json", Bytes(A.Replace("\"NCT00000001\"", "1", StringComparison.Ordinal)), 0, 1, "nctId" },
        { "flipped.zip", Flip(Zip(("a.json", Bytes(A)), ("b.json", Bytes(B))), 80), 1, 1, "" },
        { "zip-in-zip.zip", Zip(("inner.zip", Zip(("a.json", Bytes(A)))), ("b.json", Bytes(B))), 1, 1, "archive inside" },
        { "gz-in-gz-in-zip.zip", Zip(("a.gz", Zip3(A)), ("b.json", Bytes(B))), 1, 1, "too many deep" },
        { "bomb.zip", Zip(("zeros", new byte[5_000_000]), ("blanks", Blank(5_000_000)), ("a.json", Bytes(A))), 1, 2, "" },
        { "no-study.xml", Bytes("<?xml version=\"1.0\"?><search_results/>"), 0, 1, "clinical_study" },
        { "entities.xml", Bytes("<!DOCTYPE x [<!ENTITY a \"b\">]><clinical_study>&a;</clinical_study>"), 0, 1, "" },
        { "good.xml", Bytes("<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info></clinical_study>"), 1, 0, "" },
        // The same study again.
        { "twice.ndjson", Bytes($"{A}\n{A}\n{A}\n"), 1, 0, "" },
    };

    [Theory, MemberData(nameof(Inputs))]
    public async Task Import_Input_TakesWhatIsSoundAndCountsTheRest(
        string name, byte[] content, int studies, int rejected, string reason)
    {
        await using var fixture = new RegistryFixture();

        var counts = await fixture.ImportAsync(fixture.Write(name, content));

        var records = await fixture.RejectedAsync();
        Assert.Equal((studies, rejected), ((int)counts.Added, (int)counts.Rejected));
        Assert.Equal(counts.Read, counts.Added + counts.Updated + counts.Unchanged + counts.Rejected);
        Assert.Equal(rejected, records.Count);
        Assert.All(records, record => Assert.True(record.Reason.Length > 0 && record.Raw.Length <= 4096));
        Assert.All(records, record => Assert.Contains(name, record.Source, StringComparison.Ordinal));
        Assert.Contains(reason, records.Count > 0 ? records[0].Reason : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_RecordBeyondTheLimit_IsSetAsideAndTheNextOnesAreTaken()
    {
        await using var fixture = new RegistryFixture();
        var limits = new ImportLimits { MaxRecordBytes = 20_000 };
        var large = MinimalStudy.Json(9, title: new string('x', 500_000));
        var lines = fixture.Write("large.ndjson", $"{A}\n{large}\n{B}\n");
        var array = fixture.Write("large.json", $"[{large},{C}]");

        var report = await fixture.ImportAsync(
            new ImportOptions { Limits = limits, UpdateIndexes = false }, lines, array);

        var rejected = await fixture.RejectedAsync();
        Assert.Equal((3, 2), (report.Counts.Added, report.Counts.Rejected));
        Assert.All(rejected, record => Assert.Contains("Longer than", record.Reason, StringComparison.Ordinal));
        Assert.All(rejected, record => Assert.InRange(record.RawLength, large.Length, large.Length + 1));
        Assert.All(rejected, record => Assert.Equal(4096, record.Raw.Length));
    }

    [Fact]
    public async Task Import_MissingAndUnreadableFiles_CountOneEach()
    {
        await using var fixture = new RegistryFixture();

        var counts = await fixture.ImportAsync(fixture.File("nowhere.json"), fixture.Write("a.json", A));

        Assert.Equal((1, 1), (counts.Added, counts.Rejected));
    }

    [Fact]
    public async Task Import_Folder_ReadsAllFilesBelowItInOrderOfNames()
    {
        await using var fixture = new RegistryFixture();
        fixture.Write("in/b/two.json", MinimalStudy.Json(1, title: "second"));
        fixture.Write("in/a/one.json", MinimalStudy.Json(1, title: "first"));
        fixture.Write("in/c.ndjson.gz", Gzip($"{B}\n"));
        fixture.Write("in/readme.md", "# Not a study");

        var counts = await fixture.ImportAsync(fixture.File("in"));

        Assert.Equal((2, 1, 1), (counts.Added, counts.Unchanged, counts.Rejected));
        Assert.Equal("second", await fixture.TitleAsync(1));
    }

    [Fact]
    public async Task Rejected_OfALine_SaysWhere()
    {
        await using var fixture = new RegistryFixture();

        await fixture.ImportAsync(fixture.Write("a.zip", Zip(("x/y.ndjson", Bytes($"{A}\n\n{{}}\n")))));

        var record = Assert.Single(await fixture.RejectedAsync());
        Assert.EndsWith("a.zip!x/y.ndjson", record.Source, StringComparison.Ordinal);
        Assert.Equal("line 3", record.Position);
        Assert.Equal("{}", Encoding.UTF8.GetString(record.Raw));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Blank(int length) => [.. Enumerable.Repeat((byte)' ', length)];

    private static byte[] Zip3(string text) => GzipBytes(GzipBytes(Gzip(text)));

    private static byte[] GzipBytes(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new System.IO.Compression.GZipStream(
            packed, System.IO.Compression.CompressionLevel.Fastest))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    // Written to something that cannot seek: sizes stand behind the members.
    private static byte[] StreamedZip(params (string Name, byte[] Content)[] members)
    {
        var pipe = new System.IO.Pipelines.Pipe(new(pauseWriterThreshold: 0));
        using (var archive = new System.IO.Compression.ZipArchive(
            pipe.Writer.AsStream(), System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var member = archive.CreateEntry(name).Open();
                member.Write(content);
            }
        }

        using var packed = new MemoryStream();
        pipe.Reader.AsStream().CopyTo(packed);
        return packed.ToArray();
    }

    // Sets the flag of the first member, in its header and in the list.
    private static byte[] Encrypted(byte[] zip)
    {
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\x1\x2"u8) + 8] |= 1;
        return zip;
    }

    private static byte[] Flip(byte[] bytes, int place)
    {
        bytes[place] ^= 0x10;
        return bytes;
    }

    private static string Pretty(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!
        .ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
}
