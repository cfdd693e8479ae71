using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>One choice of a coded filter: the registry's key, and the code of the record that it stands for.</summary>
public sealed record FilterKey(string Key, string Code);

/// <summary>A group of coded filters with its list of codes and the facet that counts it.</summary>
public sealed record FilterGroup(string Name, string Piece, string CodeList, FacetKind Facet, IReadOnlyList<FilterKey> Keys);

/// <summary>The registry's filter groups and keys (registry-api, aggFilters), with what they mean in the record.</summary>
public static class SearchFilters
{
    public static readonly FilterGroup[] Groups =
    [
        new("status", "OverallStatus", "Status", FacetKind.Status,
        [
            new("rec", "RECRUITING"), new("not", "NOT_YET_RECRUITING"), new("enr", "ENROLLING_BY_INVITATION"),
            new("act", "ACTIVE_NOT_RECRUITING"), new("com", "COMPLETED"), new("sus", "SUSPENDED"), new("ter", "TERMINATED"),
            new("wit", "WITHDRAWN"), new("unk", "UNKNOWN"), new("avl", "AVAILABLE"),
            new("nla", "NO_LONGER_AVAILABLE"), new("tna", "TEMPORARILY_NOT_AVAILABLE"), new("afm", "APPROVED_FOR_MARKETING"),
            new("wth", "WITHHELD"),
        ]),
        new("phase", "Phase", "Phase", FacetKind.Phase,
        [
            new("0", "EARLY_PHASE1"), new("1", "PHASE1"), new("2", "PHASE2"), new("3", "PHASE3"), new("4", "PHASE4"), new("NA", "NA"),
        ]),
        new("studyType", "StudyType", "StudyType", FacetKind.StudyType,
            [new("int", "INTERVENTIONAL"), new("obs", "OBSERVATIONAL"), new("exp", "EXPANDED_ACCESS")]),
        new("results", "HasResults", "Results", FacetKind.Results, [new("with", "with"), new("without", "without")]),
        new("sex", "Sex", "Sex", FacetKind.Sex, [new("f", "FEMALE"), new("m", "MALE")]),
        new("ages", "StdAge", "StandardAge", FacetKind.AgeGroup, [new("child", "CHILD"), new("adult", "ADULT"), new("older", "OLDER_ADULT")]),
        new("healthy", "HealthyVolunteers", "Healthy", FacetKind.HealthyVolunteers, [new("y", "true")]),
        new("funderType", "LeadSponsorClass", "AgencyClass", FacetKind.SponsorClass,
            [new("nih", "NIH"), new("fed", "FED"), new("industry", "INDUSTRY"), new("other", "OTHER")]),
        new("docs", "LargeDocHasProtocol", "Docs", FacetKind.Results, [new("prot", "prot"), new("sap", "sap"), new("icf", "icf")]),
    ];

    public static FilterGroup? Of(FacetKind facet) => Array.Find(Groups, group => group.Facet == facet && group.Name != "docs");

    public static string Label(Words words, FilterGroup group, FilterKey key) => words.Code(group.CodeList, key.Code);

    /// <summary>The choice in the expert language.</summary>
    public static string Expression(string groupName, string keyName)
    {
        if (Array.Find(Groups, group => group.Name == groupName) is not { } group
            || group.Keys.FirstOrDefault(key => key.Key == keyName) is not { } key)
        {
            return "";
        }

        return group.Name switch
        {
            "results" => $"AREA[HasResults]{(key.Key == "with" ? "true" : "false")}",
            // ALL is an operator of the language, so the value has to be escaped.
            "sex" => $"(AREA[Sex]{key.Code} OR AREA[Sex]\\ALL)",
            "docs" => $"AREA[{key.Key switch { "prot" => "LargeDocHasProtocol", "sap" => "LargeDocHasSAP", _ => "LargeDocHasICF" }}]true",
            _ => $"AREA[{group.Piece}]{key.Code}",
        };
    }
}
