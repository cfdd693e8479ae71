using System.Text.Json;
using Lind.Studies.Fields;
using Lind.Studies.Json;
using Lind.TestKit;

namespace Lind.Studies.Tests.Sample;

/// <summary>The records that ship with the program (data/sample).</summary>
public sealed class SampleTests
{
    private static readonly string[] Seeds =
        ["NCT04325594", "NCT02439541", "NCT04939077", "NCT00841958", "NCT02635464", "NCT01739777"];

    private static byte[][] Lines =>
        [.. File.ReadLines(Repository.PathOf("data", "sample", "studies.ndjson")).Select(System.Text.Encoding.UTF8.GetBytes)];

    [Fact]
    public void Sample_EveryRecord_PassesTheCheckOfTheDoor() => Assert.All(Lines, line =>
    {
        var head = StudyHead.Read(line);
        Assert.True(head.Success, head.Error);
        Assert.NotNull(head.Value.BriefTitle);
    });

    [Fact]
    public void Sample_HoldsTheSeedAndItsRelatedStudies_WithCoordinatesMostly()
    {
        var ids = Lines.Select(line => StudyHead.Read(line).Value.NctId.ToString()).ToList();
        Assert.Equal(81, ids.Distinct().Count());
        Assert.Superset(Seeds.ToHashSet(), ids.ToHashSet());
    }

    [Fact]
    public void Sample_StaysSmall() =>
        Assert.InRange(new FileInfo(Repository.PathOf("data", "sample", "studies.ndjson")).Length, 500_000, 1_000_000);

    /// <summary>Every status but the one that no shared record has, every phase, every type.</summary>
    [Fact]
    public void Sample_ShowsWhatPagesCanShow()
    {
        var studies = Lines.Select(line => StudyJson.Read(line)).ToList();
        Assert.Superset(Codes("Status", "TEMPORARILY_NOT_AVAILABLE"),
            Values(studies.Select(study => study.ProtocolSection?.StatusModule?.OverallStatus?.Code)));
        Assert.Superset(Codes("Phase"), Values(studies.SelectMany(study =>
            study.ProtocolSection?.DesignModule?.Phases.OrEmpty() ?? []).Select(phase => phase.Code)));
        Assert.Superset(Codes("StudyType"),
            Values(studies.Select(study => study.ProtocolSection?.DesignModule?.StudyType?.Code)));
        Assert.Contains(studies, study => study.AnnotationSection is not null);
        Assert.Contains(studies, study => study.DocumentSection is not null);
        Assert.InRange(studies.Count(study => study.ResultsSection is not null), 12, 30);
    }

    /// <summary>The texts are our own and short; the registry's stay where they are.</summary>
    [Fact]
    public void Sample_TextsAreNotTheRegistrys()
    {
        var own = Lines.Select(Texts).Where(text => text.Length > 0).ToHashSet();
        foreach (var line in SharedStudies.Lines(SharedStudies.Studies))
        {
            Assert.DoesNotContain(Texts(System.Text.Encoding.UTF8.GetBytes(line)), own);
        }
    }

    private static string Texts(byte[] line)
    {
        using var study = JsonDocument.Parse(line);
        return study.RootElement.GetProperty("protocolSection").TryGetProperty("descriptionModule", out var description)
            && description.TryGetProperty("briefSummary", out var summary) ? summary.GetString()! : "";
    }

    private static HashSet<string> Codes(string type, params string[] without) =>
        [.. StudyEnums.OfType(type).Values.Select(value => value.Value).Except(without)];

    private static HashSet<string> Values(IEnumerable<string?> codes) => [.. codes.OfType<string>()];
}
