using Lind.Registry;
using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>How many studies each heading has, counted once for as long as the index stays as it is: pages of the tree ask for
/// hundreds.</summary>
public sealed class TopicCounts(StudyRegistry registry)
{
    private readonly Lock _reading = new();
    private Shelf _shelf = new("", []);

    /// <summary>The counts that the pages of the headings themselves show.</summary>
    /// <param name="kind">A kind with a tree.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    public HeadingCounts Of(TopicKind kind, CancellationToken cancellationToken)
    {
        var search = registry.Search;
        lock (_reading)
        {
            if (_shelf.SnapshotId != search.SnapshotId)
            {
                _shelf = new(search.SnapshotId, []);
            }

            return _shelf.Counts.TryGetValue(kind.Facet, out var known)
                ? known : _shelf.Counts[kind.Facet] = search.Headings(kind.Facet, cancellationToken);
        }
    }

    private sealed record Shelf(string SnapshotId, Dictionary<FacetKind, HeadingCounts> Counts);
}
