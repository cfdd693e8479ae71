using System.Text.Json;
using Lind.Index.Storage;
using Lind.Search.Similarity;
using Lind.TestKit;

namespace Lind.Search.Tests.Similarity;

public sealed class RelatedUpdateTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Update_ChangedNewAndRemoved_AreSeenAndOldSnapshotsStay()
    {
        using var before = Build();
        RelatedIndex.Update(
            _folder.Path,
            [Samples.Record(61, "Aspirin for Asthma once more", "Asthma", "Aspirin"), Samples.Record(2, "Exercise for Psoriasis", "Psoriasis", "Exercise")],
            ["NCT00000022", "NCT00009999"]);

        using var after = RelatedIndex.Open(_folder.Path);

        Assert.Equal(60, before.Count);
        Assert.Equal(60, after.Count);
        Assert.False(after.Contains("NCT00000022"));
        Assert.True(before.Contains("NCT00000022"));
        Assert.Contains(61, Ids(after, new() { NctIds = ["NCT00000042"] }));
        Assert.Contains("Both study Psoriasis.", after.Related(new() { NctIds = ["NCT00000002"] }).Entries[0].Reasons.Select(one => one.ToString()));
        Assert.Empty(RelatedIndex.Verify(_folder.Path));
    }

    [Fact]
    public void Update_Nothing_ChangesNoAnswer()
    {
        using var before = Build();
        RelatedIndex.Update(_folder.Path, [], []);
        using var after = RelatedIndex.Open(_folder.Path);

        Assert.All(Samples.Sixty(), study => Assert.Equal(Listing(before, study.NctId), Listing(after, study.NctId)));
    }

    [Fact]
    public void Update_Few_AreWrittenBesideAndTheBuildStays()
    {
        Build().Dispose();
        var built = Files().Single();
        var bytes = File.ReadAllBytes(built);

        RelatedIndex.Update(_folder.Path, [Changed(2)], []);
        RelatedIndex.Update(_folder.Path, [New(61)], []);

        Assert.Equal(2, Files().Length);
        Assert.Equal(bytes, File.ReadAllBytes(built));
        Assert.True(new FileInfo(Files()[1]).Length < bytes.Length / 4);
        Assert.Empty(RelatedIndex.Verify(_folder.Path));
    }

    [Fact]
    public void Update_Many_AreWrittenAsOneWhole()
    {
        Build().Dispose();
        RelatedIndex.Update(_folder.Path, [New(61)], []);

        RelatedIndex.Update(_folder.Path, [.. Enumerable.Range(62, 10).Select(New)], []);

        Assert.Single(Files());
        using var index = RelatedIndex.Open(_folder.Path);
        Assert.Equal(71, index.Count);
        Assert.Empty(RelatedIndex.Verify(_folder.Path));
    }

    [Fact]
    public void Update_InSteps_AnswersAsOneWholeFileWould()
    {
        Build().Dispose();
        RelatedIndex.Update(_folder.Path, [Changed(2)], []);
        RelatedIndex.Update(_folder.Path, [New(61)], []);
        using var beside = RelatedIndex.Open(_folder.Path);
        Assert.Equal(2, Files().Length);

        RelatedIndex.Update(_folder.Path, [Changed(2), New(61), .. Samples.Sixty().Where(study => study.NctId is "NCT00000001" or "NCT00000003")], []);
        using var whole = RelatedIndex.Open(_folder.Path);

        Assert.Single(Files());
        Assert.Equal(61, beside.Count);
        foreach (var id in new[] { "NCT00000001", "NCT00000002", "NCT00000042", "NCT00000061" })
        {
            Assert.Equal(Listing(whole, id), Listing(beside, id));
        }
    }

    [Fact]
    public void Update_ChangedTwiceRemovedAndBack_CountsOnce()
    {
        Build().Dispose();
        RelatedIndex.Update(_folder.Path, [Changed(2)], []);
        RelatedIndex.Update(_folder.Path, [Changed(2)], []);
        RelatedIndex.Update(_folder.Path, [], ["NCT00000002"]);
        using var without = RelatedIndex.Open(_folder.Path);
        RelatedIndex.Update(_folder.Path, [Changed(2)], []);
        using var with = RelatedIndex.Open(_folder.Path);

        Assert.False(without.Contains("NCT00000002"));
        Assert.Equal(59, without.Count);
        Assert.Equal(60, with.Count);
        Assert.Contains("Both study Psoriasis.", with.Related(new() { NctIds = ["NCT00000002"] }).Entries[0].Reasons.Select(one => one.ToString()));
        Assert.Empty(RelatedIndex.Verify(_folder.Path));
    }

    [Fact]
    public void Family_OfAStudyThatCame_IsFoundFromBothEnds()
    {
        Build().Dispose();
        RelatedIndex.Update(
            _folder.Path, [Samples.Record(61, "Follow-up", "Asthma", "Aspirin", summary: "A sub-study of NCT00000002.")], []);
        using var index = RelatedIndex.Open(_folder.Path);

        Assert.Equal("NCT00000061", Assert.Single(index.Related(new() { NctIds = ["NCT00000002"] }).Family).To);
        Assert.Equal("NCT00000002", Assert.Single(index.Related(new() { NctIds = ["NCT00000061"] }).Family).To);
    }

    [Fact]
    public void Open_BaseMissingOrDamaged_IsRefusedByName()
    {
        Build().Dispose();
        var built = Files().Single();
        RelatedIndex.Update(_folder.Path, [New(61)], []);
        var bytes = File.ReadAllBytes(built);
        bytes[^200] ^= 1;
        File.WriteAllBytes(built, bytes);

        Assert.Contains(RelatedIndex.Verify(_folder.Path), problem => problem.Contains(Path.GetFileName(built), StringComparison.Ordinal));
        File.Delete(built);
        Assert.Throws<IndexFormatException>(() => RelatedIndex.Open(_folder.Path));
        Assert.False(RelatedIndex.IsCurrent(_folder.Path));
        Assert.NotEmpty(RelatedIndex.Verify(_folder.Path));
    }

    [Fact]
    public void Update_CutOffWhileWriting_LeavesTheFormerSnapshot()
    {
        Build().Dispose();
        RelatedIndex.Update(_folder.Path, [New(61)], []);
        File.WriteAllBytes(_folder.File("related.tmp"), [1, 2, 3]);

        using (var index = RelatedIndex.Open(_folder.Path))
        {
            Assert.Equal(61, index.Count);
        }

        RelatedIndex.Update(_folder.Path, [New(62)], []);
        using var next = RelatedIndex.Open(_folder.Path);
        Assert.Equal(62, next.Count);
    }

    [Fact]
    public void WarmUp_AnySnapshot_ChangesNothing()
    {
        using var index = Build();
        var before = Listing(index, "NCT00000004");

        index.WarmUp(TestContext.Current.CancellationToken);

        Assert.Equal(before, Listing(index, "NCT00000004"));
    }

    private RelatedIndex Build()
    {
        RelatedIndex.Build(_folder.Path, Samples.Sixty());
        return RelatedIndex.Open(_folder.Path);
    }

    private string[] Files() => [.. Directory.GetFiles(_folder.Path, "related-*.lind").Order(StringComparer.Ordinal)];

    private static (string NctId, ReadOnlyMemory<byte> Study) Changed(int number) =>
        Samples.Record(number, "Exercise for Psoriasis", "Psoriasis", "Exercise");

    private static (string NctId, ReadOnlyMemory<byte> Study) New(int number) =>
        Samples.Record(number, "Aspirin for Asthma once more", "Asthma", "Aspirin");

    private static string Listing(RelatedIndex index, string id) =>
        JsonSerializer.Serialize(index.Related(new() { NctIds = [id], Limit = 30 }));

    private static List<int> Ids(RelatedIndex index, RelatedRequest request) =>
        [.. index.Related(request).Entries.Select(entry => int.Parse(entry.NctId[3..], System.Globalization.CultureInfo.InvariantCulture))];
}
