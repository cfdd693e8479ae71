using System.Buffers;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Lind.Eligibility.Criteria;
using Lind.Studies.Fields;
using Lind.Studies.Json;
using Lind.Studies.Markup;

namespace Lind.Benchmarks.Studies;

/// <summary>What reading a record costs, in each of the ways it is read.</summary>
/// <remarks>
/// Measured: time and allocation for one pass over all records of the corpus. Corpus: <c>data/sample/studies.ndjson</c>,
/// or the NDJSON file that <c>LIND_BENCH_STUDIES</c> names. Baseline: the plain JSON reader over the same bytes.
/// </remarks>
[Config(typeof(ShortInProcess)), MemoryDiagnoser]
public class StudyReadingBenchmarks
{
    private static readonly FieldSet AreaFields =
        new(SearchAreas.All.SelectMany(area => area.Fields).Select(pair => pair.Field));

    private static readonly FieldProjection Card = FieldProjection.Of(
    [
        StudyFields.NCTId, StudyFields.BriefTitle, StudyFields.OverallStatus, StudyFields.Condition,
        StudyFields.InterventionName, StudyFields.LocationCity, StudyFields.LastUpdatePostDate,
    ]);

    private readonly ArrayBufferWriter<byte> _output = new(1 << 20);
    private byte[][] _records = [];
    private string[] _criteria = [];

    [GlobalSetup]
    public void Load()
    {
        var file = Environment.GetEnvironmentVariable("LIND_BENCH_STUDIES") ?? InCheckout("data", "sample", "studies.ndjson");
        _records = [.. File.ReadLines(file).Select(System.Text.Encoding.UTF8.GetBytes)];
        _criteria = [.. _records.Select(record => StudyJson.Read(record).ProtocolSection?.EligibilityModule?
            .EligibilityCriteria).OfType<string>()];
        Console.WriteLine($"// {_records.Length} records, {_records.Sum(record => (long)record.Length)} bytes");
    }

    [Benchmark(Baseline = true)]
    public int PlainJsonReader()
    {
        var tokens = 0;
        foreach (var record in _records)
        {
            var reader = new System.Text.Json.Utf8JsonReader(record);
            while (reader.Read())
            {
                tokens++;
            }
        }

        return tokens;
    }

    [Benchmark]
    public int CheckAndHead() => _records.Count(record => StudyHead.Read(record).Success);

    [Benchmark]
    public long WalkEveryField() => Walk(FieldSet.All);

    [Benchmark]
    public long WalkSearchAreas() => Walk(AreaFields);

    [Benchmark]
    public int TypedRecord() => _records.Count(record => StudyJson.Read(record).ProtocolSection is not null);

    [Benchmark]
    public int ProjectACard()
    {
        var bytes = 0;
        foreach (var record in _records)
        {
            _output.ResetWrittenCount();
            Card.Write(record, _output);
            bytes += _output.WrittenCount;
        }

        return bytes;
    }

    [Benchmark]
    public int SplitCriteria() => _criteria.Sum(text => CriteriaText.Split(text).Sections.Count);

    [Benchmark]
    public int MarkupToHtml() => _criteria.Sum(text => StudyMarkup.ToHtml(text).Length);

    private long Walk(FieldSet wanted)
    {
        var counting = new Counting();
        foreach (var record in _records)
        {
            StudyWalker.Walk(record, wanted, ref counting);
        }

        return counting.Bytes;
    }

    internal static string InCheckout(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lind.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine([folder?.FullName ?? ".", .. parts]);
    }

    internal sealed class ShortInProcess : ManualConfig
    {
        public ShortInProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }

    private struct Counting : IStudyVisitor
    {
        public long Bytes;

        public void Value(in StudyValue value) => Bytes += value.Utf8.Length;

        public void EndList(StudyField list, int count, ReadOnlySpan<int> ordinals) => Bytes += count;
    }
}
