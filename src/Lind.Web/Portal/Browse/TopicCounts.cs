using System.Collections.Concurrent;
using Lind.Registry;
using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>How many studies a topic has, kept for as long as the index stays as it is: pages of the tree ask for dozens.</summary>
public sealed class TopicCounts(StudyRegistry registry)
{
    // More topics than the tree has headings: nobody else's addresses get in here.
    private const int Most = 60_000;

    private Shelf _shelf = new("", []);

    /// <summary>The studies that the topic's own page counts.</summary>
    public long Of(TopicKind kind, string name, CancellationToken cancellationToken)
    {
        var search = registry.Search;
        var shelf = Volatile.Read(ref _shelf);
        if (shelf.SnapshotId != search.SnapshotId)
        {
            Volatile.Write(ref _shelf, shelf = new(search.SnapshotId, []));
        }

        if (shelf.Counts.TryGetValue((kind.Name, name), out var known))
        {
            return known;
        }

        var request = new StudySearchRequest { QueryTerm = kind.ExpressionFor(name), PageSize = 0, CountTotal = true };
        var count = search.Search(request, cancellationToken).Answer?.TotalCount ?? 0;
        if (shelf.Counts.Count < Most)
        {
            shelf.Counts[(kind.Name, name)] = count;
        }

        return count;
    }

    private sealed record Shelf(string SnapshotId, ConcurrentDictionary<(string Kind, string Name), long> Counts);
}
