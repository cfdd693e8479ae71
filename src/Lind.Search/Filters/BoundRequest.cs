using Lind.Index.Queries;
using Lind.Search.Binding;

namespace Lind.Search.Filters;

/// <summary>A request as bound.</summary>
/// <param name="Query">What to find and score.</param>
/// <param name="Ranks">Whether any query scores.</param>
/// <param name="Areas">The terms of each query parameter.</param>
/// <param name="Geo">The circle searched; null when none is.</param>
internal sealed record BoundRequest(Query Query, bool Ranks, IReadOnlyList<BoundArea> Areas, GeoFilter? Geo)
{
    /// <summary>How a narrative was read; null without one.</summary>
    public PatientReading? Patient { get; init; }
}

/// <summary>The terms of one query parameter.</summary>
/// <param name="Parameter">As <c>query.cond</c>.</param>
/// <param name="Text">The parameter's text.</param>
/// <param name="Terms">Its terms.</param>
internal sealed record BoundArea(string Parameter, string Text, IReadOnlyList<BoundTerm> Terms);
