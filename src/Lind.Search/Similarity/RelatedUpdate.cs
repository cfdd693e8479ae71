using Lind.Index.Storage;

namespace Lind.Search.Similarity;

/// <summary>Takes changed studies into a folder's index: into a small file beside what was built, or, when that has
/// grown, into a whole one.</summary>
/// <remarks>The small file is written anew by every update, so its cost and its memory go with what came since the build,
/// not with the registry. A program that dies leaves the former snapshot.</remarks>
internal sealed class RelatedUpdate(FileDirectory directory)
{
    // What came since the build, as a part of it, from which a whole file is written: below it an update of a full
    // registry takes seconds instead of half a minute (docs/quality.md).
    private const double WholeAgainShare = 0.05;

    /// <summary>Takes them in.</summary>
    public void Run(
        IEnumerable<(string NctId, ReadOnlyMemory<byte> Study)> changed, IReadOnlyCollection<string> removed,
        CancellationToken cancellation)
    {
        using var snapshot = RelatedFolder.Open(directory.Path, RelatedWeights.Bundled);
        var collector = new RelatedCollector(RelatedWeights.Bundled);
        collector.Add(changed, cancellation);
        var news = collector.Sorted();
        RelatedSnapshotWriter.Weigh(news, snapshot.Rarity);
        var gone = news.Select(study => study.Number).Concat(removed.Select(RelatedCollector.NumberOf)).ToHashSet();
        var beside = Beside(snapshot, news, gone);
        var dropped = Dropped(snapshot, gone);
        cancellation.ThrowIfCancellationRequested();
        if (beside.Count + dropped.Length <= WholeAgainShare * snapshot.Whole.Count)
        {
            var after = RelatedFormat.SnapshotOf(snapshot.Whole.Name);
            RelatedFolder.Publish(directory, after, (target, number) =>
                RelatedSnapshotWriter.WriteBeside(target, number, beside, snapshot.Places, after, dropped));
        }
        else
        {
            var all = snapshot.Carry().Where(study => !gone.Contains(study.Number)).Concat(news)
                .OrderBy(study => study.Number).ToList();
            RelatedFolder.Publish(directory, 0, (target, number) =>
                RelatedSnapshotWriter.Write(target, number, all, snapshot.Rarity, snapshot.Places));
        }
    }

    private static List<Collected> Beside(RelatedSnapshot snapshot, List<Collected> news, HashSet<int> gone) =>
        [.. (snapshot.Side?.Carry() ?? []).Where(study => !gone.Contains(study.Number)).Concat(news)
            .OrderBy(study => study.Number)];

    private static int[] Dropped(RelatedSnapshot snapshot, HashSet<int> gone)
    {
        var dropped = gone.Where(number => snapshot.Whole.Numbers.BinarySearch(number) >= 0).ToHashSet();
        if (snapshot.Side is { } side)
        {
            dropped.UnionWith(side.Dropped.ToArray());
        }

        return [.. dropped.Order()];
    }
}
