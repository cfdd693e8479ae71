using Lind.Index.Collectors;
using Lind.Index.Segments;
using Lind.Search.Binding;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search;

/// <summary>How many studies each medical subject heading has in a state of the index, those of headings below it included as
/// records list them. Immutable.</summary>
public sealed class HeadingCounts
{
    private readonly IReadOnlyDictionary<string, KeywordDocumentCount> _counts;

    private HeadingCounts(IReadOnlyDictionary<string, KeywordDocumentCount> counts) => _counts = counts;

    /// <summary>The counts of an empty index.</summary>
    internal static HeadingCounts None { get; } = new(new Dictionary<string, KeywordDocumentCount>());

    /// <summary>Studies that the heading is given to or stands above one given; 0 for an unknown one. Case and accents do not
    /// count.</summary>
    public long Of(string heading) => _counts.GetValueOrDefault(KeyOf(heading)).Documents;

    /// <summary>The headings with most studies, as records spell them.</summary>
    public IReadOnlyList<FacetValue> Most(int limit) =>
    [
        .. _counts.Values.OrderByDescending(one => one.Documents).ThenBy(one => one.Text, StringComparer.Ordinal).Take(limit)
            .Select(one => new FacetValue(one.Text, one.Documents)),
    ];

    internal static HeadingCounts Of(Snapshot snapshot, FacetKind kind, CancellationToken cancellationToken)
    {
        StudyField[] fields = kind switch
        {
            FacetKind.ConditionMesh => [StudyFields.ConditionMeshTerm, StudyFields.ConditionAncestorTerm],
            FacetKind.InterventionMesh => [StudyFields.InterventionMeshTerm, StudyFields.InterventionAncestorTerm],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No headings of this kind."),
        };
        return new(KeywordDocuments.Count(snapshot, [.. fields.Select(StudySchema.ColumnOf)], KeyOf, cancellationToken));
    }

    private static string KeyOf(string heading) => string.Join(' ', QueryWord.Of(heading).Select(word => word.Folded));
}
