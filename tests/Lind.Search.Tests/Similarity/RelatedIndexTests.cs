using System.Text.Json;
using Lind.Index.Storage;
using Lind.Index.Vectors;
using Lind.Search.Similarity;
using Lind.TestKit;

namespace Lind.Search.Tests.Similarity;

public sealed class RelatedIndexTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Related_SameDiseaseAndTreatment_ComesFirst()
    {
        using var index = Build(Samples.Sixty());

        var answer = index.Related(new() { NctIds = ["NCT00000001"] });

        Assert.Equal("NCT00000021", answer.Entries[0].NctId);
        Assert.Equal(10, answer.Entries.Count);
        Assert.DoesNotContain(answer.Entries, entry => entry.NctId == "NCT00000001");
        Assert.All(answer.Entries, entry => Assert.NotEmpty(entry.Reasons));
        Assert.Contains("Both study Heart Failure.", answer.Entries[0].Reasons.Select(one => one.ToString()));
        Assert.All(answer.Entries.Zip(answer.Entries.Skip(1)), pair => Assert.True(pair.First.Score >= pair.Second.Score));
        Assert.Equal(answer.Entries.Count, answer.Entries.DistinctBy(entry => entry.NctId).Count());
    }

    [Fact]
    public void Related_LongerList_BeginsWithTheShorterOne()
    {
        using var index = Build(Samples.Sixty());

        var ten = index.Related(new() { NctIds = ["NCT00000004"], Limit = 10 }).Entries.Select(entry => entry.NctId);
        var forty = index.Related(new() { NctIds = ["NCT00000004"], Limit = 40 }).Entries.Select(entry => entry.NctId);

        Assert.Equal(ten, forty.Take(10));
    }

    [Fact]
    public void Build_OtherOrder_GivesTheSameAnswers()
    {
        using var forth = Build(Samples.Sixty());
        using var otherFolder = new TempFolder();
        RelatedIndex.Build(otherFolder.Path, Enumerable.Reverse(Samples.Sixty()));
        using var back = RelatedIndex.Open(otherFolder.Path);

        foreach (var (id, _) in Samples.Sixty())
        {
            Assert.Equal(Listing(forth, id), Listing(back, id));
        }
    }

    [Fact]
    public void Related_EveryOption_KeepsOnlyWhatItSays()
    {
        using var index = Build(Samples.Sixty());

        Assert.All(Ids(index, new() { NctIds = ["NCT00000002"], OnlyRecruiting = true }), id => Assert.Equal(0, (id - 1) % 3));
        Assert.All(Ids(index, new() { NctIds = ["NCT00000002"], OnlyWithResults = true }), id => Assert.Equal(1, (id - 1) % 6));
        Assert.All(Ids(index, new() { NctIds = ["NCT00000002"], Phases = ["PHASE3"] }), id => Assert.Equal(1, (id - 1) % 2));
        Assert.All(Ids(index, new() { NctIds = ["NCT00000002"], Sponsor = SponsorChoice.Same }), id => Assert.Equal(1, (id - 1) % 7));
        Assert.All(Ids(index, new() { NctIds = ["NCT00000002"], Sponsor = SponsorChoice.Other }), id => Assert.NotEqual(1, (id - 1) % 7));
        Assert.NotEmpty(Ids(index, new() { NctIds = ["NCT00000002"], Near = new(52.5, 13.4, 5) }));
        Assert.Empty(Ids(index, new() { NctIds = ["NCT00000002"], Near = new(-33.9, 18.4, 50) }));
    }

    [Fact]
    public void Related_TextOrSeveral_FindTheSubject()
    {
        using var index = Build(Samples.Sixty());

        var text = index.Related(new() { Text = "We plan a study of aspirin in people with migraine disorders." });
        var several = index.Related(new() { NctIds = ["NCT00000002", "NCT00000004", "NCT09999999"], Limit = 20 });

        Assert.Contains("Migraine", string.Join(' ', text.Entries[0].Reasons), StringComparison.OrdinalIgnoreCase);
        Assert.All(text.Entries, entry => Assert.Empty(entry.Differences));
        Assert.Equal(["NCT09999999"], several.Unknown);
        Assert.DoesNotContain(several.Entries, entry => several.NctIds.Contains(entry.NctId));
    }

    [Theory]
    [InlineData(0), InlineData(101), InlineData(-1)]
    public void Related_LimitOutOfBounds_IsRefused(int limit)
    {
        using var index = Build(Samples.Sixty());

        Assert.Throws<ArgumentException>(() => index.Related(new() { NctIds = ["NCT00000001"], Limit = limit }));
        Assert.Throws<ArgumentException>(() => index.Related(new()));
        Assert.Throws<ArgumentException>(() => index.Related(new() { Text = "x", Near = new(91, 0, 1) }));
        Assert.Throws<ArgumentException>(() => index.Related(new() { Text = "x", Phases = ["PHASE9"] }));
    }

    [Fact]
    public void Family_QuotedAndShared_IsFoundFromBothEnds()
    {
        var studies = Samples.Sixty();
        studies.Add(Samples.Record(71, "A trial of aspirin", "Asthma", "Aspirin", organizationId: "ABC-12345", sponsor: "S"));
        studies.Add(Samples.Record(
            72, "A long-term extension of a trial of aspirin", "Asthma", "Aspirin", organizationId: "ABC-12345-EXT", sponsor: "S",
            summary: "This extension study takes people who finished NCT00000071."));
        using var index = Build(studies);

        var fromExtension = index.Related(new() { NctIds = ["NCT00000072"] });
        var fromParent = index.Related(new() { NctIds = ["NCT00000071"] });

        Assert.Contains(new FamilyLink("NCT00000072", "NCT00000071", FamilyKind.Parent, "NCT00000071", "BriefSummary", "NCT00000072"), fromExtension.Family);
        Assert.Contains(new FamilyLink("NCT00000071", "NCT00000072", FamilyKind.Extension, "NCT00000071", "BriefSummary", "NCT00000072"), fromParent.Family);
        Assert.Contains(fromParent.Family, link => link.Kind == FamilyKind.SameProgramme && link.Evidence == "ABC-12345");
        Assert.Equal(RelatedBlock.Family, fromParent.Entries.Single(entry => entry.NctId == "NCT00000072").Block);
    }

    [Fact]
    public void Differences_SizeAndPhase_AreSaidAsTheRecordsShow()
    {
        var studies = Samples.Sixty();
        studies.Add(Samples.Record(71, "Aspirin for gout", "Gout", "Aspirin", phase: "PHASE2", enrollment: 50));
        studies.Add(Samples.Record(72, "Aspirin for gout again", "Gout", "Aspirin", phase: "PHASE3", enrollment: 150));
        using var index = Build(studies);

        var entry = index.Related(new() { NctIds = ["NCT00000071"] }).Entries.Single(one => one.NctId == "NCT00000072");

        Assert.Contains("It is 3 times as large: 150 participants against 50.", entry.Differences.Select(one => one.ToString()));
        Assert.Contains("Its phase is phase 3, not phase 2.", entry.Differences.Select(text => text.ToString().ToLowerInvariant().Replace("its", "Its")));
    }

    [Fact]
    public void FindIn_HeadingThatBeginsWithASilentWord_NeedsAllItsWords()
    {
        var tree = HeadingTree.Bundled;
        var found = new HashSet<int>();

        tree.FindIn(TermHash.Of("heart failure", letters: true), conditions: false, found);

        Assert.DoesNotContain("Treatment Failure", found.Select(tree.NameOf));
    }

    [Theory]
    [InlineData("Chronic hepatitis B in adults", "Hepatitis B", "Hepatitis A")]
    [InlineData("Advanced breast cancer", "Breast Neoplasms", "Breast Diseases")]
    [InlineData("Metastatic non-small cell lung cancer", "Carcinoma, Non-Small-Cell Lung", "Carcinoma, Small Cell")]
    public void FindIn_WordsOfRecords_GiveTheirHeadingAndNoNeighbour(string text, string heading, string other)
    {
        var found = new HashSet<int>();

        HeadingTree.Bundled.FindIn(TermHash.Of(text, letters: true), conditions: true, found);

        Assert.Contains(heading, found.Select(HeadingTree.Bundled.NameOf).Select(name => name.Replace(", Chronic", "")));
        Assert.DoesNotContain(other, found.Select(HeadingTree.Bundled.NameOf));
    }

    [Fact]
    public void Reasons_HepatitisOfOtherLetters_IsNotSharedByName()
    {
        var studies = Samples.Sixty();
        studies.Add(Samples.Record(71, "Aspirin for hepatitis B", "Hepatitis B", "Aspirin"));
        studies.Add(Samples.Record(72, "Aspirin for hepatitis C", "Hepatitis C", "Aspirin"));
        using var index = Build(studies);

        var entry = index.Related(new() { NctIds = ["NCT00000071"] }).Entries.Single(one => one.NctId == "NCT00000072");

        Assert.DoesNotContain(entry.Reasons, reason => reason.ToString().StartsWith("Both study Hepatitis B", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Heart"), InlineData("Humans"), InlineData("Follow-Up Studies"), InlineData("Treatment Outcome")]
    public void IsIntervention_OrganOrMethod_IsNone(string name) =>
        Assert.False(HeadingTree.Bundled.IsIntervention(HeadingTree.Bundled.Find(name)));

    [Theory]
    [InlineData("Mesenchymal Stem Cells"), InlineData("Umbilical Cord"), InlineData("Exercise"), InlineData("Metformin")]
    [InlineData("Vaccines"), InlineData("Counseling"), InlineData("Telemedicine"), InlineData("Stents")]
    public void IsIntervention_WhatIsGivenOrDone_IsOne(string name) =>
        Assert.True(HeadingTree.Bundled.IsIntervention(HeadingTree.Bundled.Find(name)));

    [Fact]
    public void IsCurrent_OtherVersionOrNothing_IsFalse()
    {
        using var index = Build(Samples.Sixty());
        Assert.True(RelatedIndex.IsCurrent(_folder.Path));

        using (var writer = new SectionWriter(new FileDirectory(_folder.Path), "related-00000009.lind", "RELA"))
        {
            writer.Write<uint>("version", [2]);
            writer.Finish();
        }

        Assert.False(RelatedIndex.IsCurrent(_folder.Path));
        Assert.Throws<IndexFormatException>(() => RelatedIndex.Open(_folder.Path));
        Assert.False(RelatedIndex.IsCurrent(_folder.File("nothing")));
    }

    [Fact]
    public void IsCurrent_FrameOfAnOlderVersion_IsFalse()
    {
        Build(Samples.Sixty()).Dispose();
        var file = Directory.GetFiles(_folder.Path, "related-*.lind").Single();
        var bytes = File.ReadAllBytes(file);
        bytes[8] = 1;
        File.WriteAllBytes(file, bytes);

        Assert.False(RelatedIndex.IsCurrent(_folder.Path));
    }

    [Fact]
    public void Build_NoStudies_AnswersNothing()
    {
        using var index = Build([]);

        Assert.Equal(0, index.Count);
        Assert.Empty(index.Related(new() { Text = "anything" }).Entries);
    }

    [Fact]
    public void Build_BrokenRecord_IsRefusedAndTheOldSnapshotStays()
    {
        Build(Samples.Sixty()).Dispose();

        Assert.ThrowsAny<Exception>(() => RelatedIndex.Build(_folder.Path, [("NCT00000001", "{"u8.ToArray())]));

        using var index = RelatedIndex.Open(_folder.Path);
        Assert.Equal(60, index.Count);
    }

    [Fact]
    public void Verify_DamagedFile_SaysSo()
    {
        Build(Samples.Sixty()).Dispose();
        var path = Directory.EnumerateFiles(_folder.Path, "related-*.lind").Single();
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.NotEmpty(RelatedIndex.Verify(_folder.Path));
        File.WriteAllBytes(path, bytes[..^100]);
        Assert.Throws<IndexFormatException>(() => RelatedIndex.Open(_folder.Path));
        Assert.NotEmpty(RelatedIndex.Verify(_folder.File("nothing")));
    }

    private RelatedIndex Build(IEnumerable<(string NctId, ReadOnlyMemory<byte> Study)> studies)
    {
        RelatedIndex.Build(_folder.Path, studies);
        return RelatedIndex.Open(_folder.Path);
    }

    private static string Listing(RelatedIndex index, string id) =>
        JsonSerializer.Serialize(index.Related(new() { NctIds = [id], Limit = 30 }));

    private static List<int> Ids(RelatedIndex index, RelatedRequest request) =>
        [.. index.Related(request).Entries.Select(entry => int.Parse(entry.NctId[3..], System.Globalization.CultureInfo.InvariantCulture))];
}
