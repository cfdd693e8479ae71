namespace Lind.Index.Segments;

/// <summary>Which segments to merge.</summary>
internal static class MergePolicy
{
    private const int SmallestTier = 1000;

    /// <summary>The next group to merge; empty if all is well: enough segments of about one size, or one that is to a good
    /// part deleted.</summary>
    internal static IReadOnlyList<SegmentView> Choose(IReadOnlyList<SegmentView> segments, IndexOptions options)
    {
        var worn = segments.Where(view => view.Deletes.Count * 3L > view.Reader.Documents).Take(1).ToList();
        if (worn.Count > 0)
        {
            return worn;
        }

        return segments.Where(view => Live(view) <= options.MaxMergedDocuments / 2)
            .GroupBy(view => Tier(Live(view), options.MergeFactor))
            .OrderBy(tier => tier.Key)
            .Where(tier => tier.Count() >= options.MergeFactor)
            .Select(tier => Fitting([.. tier], options))
            .FirstOrDefault(group => group.Count > 1) ?? [];
    }

    /// <summary>Groups that make as few segments as the options allow.</summary>
    internal static IEnumerable<IReadOnlyList<SegmentView>> AsFewAsAllowed(IReadOnlyList<SegmentView> segments, IndexOptions options)
    {
        var rest = segments.Where(view => Live(view) < options.MaxMergedDocuments || view.Deletes.Count > 0).ToList();
        while (rest.Count > 0)
        {
            var group = Fitting(rest, options);
            group = group.Count == 0 ? [rest[0]] : group;
            rest.RemoveAll(group.Contains);
            if (group.Count > 1 || group[0].Deletes.Count > 0)
            {
                yield return group;
            }
        }
    }

    private static int Live(SegmentView view) => view.Reader.Documents - view.Deletes.Count;

    private static int Tier(int documents, int factor) =>
        documents <= SmallestTier ? 0 : 1 + (int)Math.Log((double)documents / SmallestTier, factor);

    private static List<SegmentView> Fitting(IReadOnlyList<SegmentView> segments, IndexOptions options)
    {
        var sum = 0L;
        return [.. segments.TakeWhile(view => (sum += Live(view)) <= options.MaxMergedDocuments)];
    }
}
