using System.Text;
using Lind.Store.Packing;
using Lind.Studies;
using Lind.TestKit;

namespace Lind.Store.Tests;

/// <summary>Writes records through the version rules, as an import does.</summary>
internal static class StoreWriting
{
    public static IncomingStudy Study(
        int number, string posted = "2020-01-01", string title = "A study", string? alias = null)
    {
        var json = Encoding.UTF8.GetBytes(MinimalStudy.Json(number, posted, title, alias: alias));
        var rank = new StudyRank(DateOnly.Parse(posted, null), StudyForm.V2, null);
        return new IncomingStudy(
            NctId.FromNumber(number), json, new KnownVersion(ContentHash.Of(json, -1), rank), -1,
            alias is null ? [] : [NctId.Parse(alias).Value]);
    }

    public static async Task WriteAsync(this IStudyStore store, params IncomingStudy[] studies)
    {
        await using var writer = await store.OpenWriterAsync(TestContext.Current.CancellationToken);
        var batch = await store.PlanAsync(studies);
        await writer.CommitAsync(batch, TestContext.Current.CancellationToken);
        await writer.FinishAsync(batch.Counts, TestContext.Current.CancellationToken);
    }

    /// <summary>Writes new records into one block.</summary>
    public static async Task WriteTogetherAsync(this IStudyStore store, params IncomingStudy[] studies)
    {
        await using var writer = await store.OpenWriterAsync(TestContext.Current.CancellationToken);
        var batch = await store.PlanAsync(studies);
        var records = studies.Select(study => (ReadOnlyMemory<byte>)study.Json).ToArray();
        var dictionary = DictionaryTraining.Learn(1, records);
        var offset = 0;
        var versions = batch.Versions.Select(version =>
        {
            var placed = version with { Block = 0, Offset = offset };
            offset += version.Length;
            return placed;
        }).ToArray();
        await writer.CommitAsync(
            batch with { Blocks = [StudyBlock.Pack(records, dictionary)], Versions = versions, Dictionaries = [dictionary] },
            TestContext.Current.CancellationToken);
        await writer.FinishAsync(batch.Counts, TestContext.Current.CancellationToken);
    }

    public static async Task<StoreBatch> PlanAsync(this IStudyStore store, params IncomingStudy[] studies)
    {
        var planner = new VersionPlanner();
        var ids = studies.Select(study => study.NctId).ToHashSet();
        foreach (var history in await store.ReadHistoriesAsync(ids, TestContext.Current.CancellationToken))
        {
            planner.Learn(history);
        }

        var (blocks, versions) = (new List<StudyBlock>(), new List<VersionWrite>());
        var (stamps, currents) = (new List<StampWrite>(), new Dictionary<NctId, CurrentWrite>());
        foreach (var study in studies)
        {
            var decision = planner.Decide(study.NctId, study.Version);
            if ((decision & (VersionDecision.NewCurrent | VersionDecision.NewOlder)) != 0)
            {
                versions.Add(new(study.NctId, study.Version, blocks.Count, 0, study.Json.Length, study.StampOffset));
                blocks.Add(StudyBlock.Pack([study.Json], null));
            }

            if (decision.HasFlag(VersionDecision.NewStamp))
            {
                stamps.Add(new(study.NctId, study.Version.Hash, study.Version.Rank));
            }

            if ((decision & (VersionDecision.NewCurrent | VersionDecision.KnownBecomesCurrent)) != 0)
            {
                currents[study.NctId] = new(study.NctId, study.Version.Hash, study.Aliases);
            }
        }

        return new StoreBatch(blocks, versions, stamps, [.. currents.Values], [], planner.Counts, []);
    }
}
