using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>One way to browse: what is counted, and the expression that finds the studies of one topic of it.</summary>
public sealed record TopicKind(string Name, FacetKind Facet, Func<string, string> ExpressionFor)
{
    /// <summary>How many topics a list of them shows.</summary>
    public const int MostListed = 200;

    public static readonly TopicKind[] All =
    [
        new("conditions", FacetKind.ConditionMesh, name => Either("ConditionMeshTerm", "ConditionAncestorTerm", name)),
        new("interventions", FacetKind.InterventionMesh, name => Either("InterventionMeshTerm", "InterventionAncestorTerm", name)),
        new("sponsors", FacetKind.Sponsor, name => Either("LeadSponsorName", "CollaboratorName", name)),
        new("countries", FacetKind.Country, name => $"SEARCH[Location](AREA[LocationCountry]COVERAGE[FullMatch]{Quoted(name)})"),
    ];

    /// <summary>Whether its topics are headings of the tree.</summary>
    public bool HasTree => Facet is FacetKind.ConditionMesh or FacetKind.InterventionMesh;

    public static TopicKind? Find(string name) => Array.Find(All, kind => kind.Name == name);

    /// <summary>The request whose facet lists the topics of this kind.</summary>
    public StudySearchRequest ListRequest() => new()
    {
        PageSize = 0,
        CountTotal = true,
        Facets = [new(Facet, MostListed)],
    };

    /// <summary>The search page of a topic: the same expression as the profile, so that both count alike.</summary>
    public string SearchUrl(string name) => Links.Search("term", ExpressionFor(name));

    private static string Either(string first, string second, string name) =>
        $"AREA[{first}]COVERAGE[FullMatch]{Quoted(name)} OR AREA[{second}]COVERAGE[FullMatch]{Quoted(name)}";

    private static string Quoted(string name) =>
        "\"" + name.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal) + "\"";
}
