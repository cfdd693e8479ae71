using System.Text;
using Lind.Index.Queries;
using Lind.Search.Binding;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Filters;

/// <summary><c>aggFilters</c>: <c>group:key key,group:key</c>. Keys of a group are alternatives, groups are joined by
/// AND; an unknown key finds nothing, an unknown group is an error.</summary>
internal static class AggFilters
{
    private static readonly Dictionary<string, Func<string, Query?>> Groups = new(StringComparer.Ordinal)
    {
        ["status"] = key => Code(StudyFields.OverallStatus, key switch
        {
            "not" => "NOT_YET_RECRUITING",
            "rec" => "RECRUITING",
            "act" => "ACTIVE_NOT_RECRUITING",
            "com" => "COMPLETED",
            "ter" => "TERMINATED",
            "enr" => "ENROLLING_BY_INVITATION",
            "sus" => "SUSPENDED",
            "wit" => "WITHDRAWN",
            "unk" => "UNKNOWN",
            "avl" => "AVAILABLE",
            "nla" => "NO_LONGER_AVAILABLE",
            "tna" => "TEMPORARILY_NOT_AVAILABLE",
            "afm" => "APPROVED_FOR_MARKETING",
            "wth" => "WITHHELD",
            _ => null,
        }),
        ["phase"] = key => Code(StudyFields.Phase, key switch
        {
            "0" => "EARLY_PHASE1",
            "1" or "2" or "3" or "4" => "PHASE" + key,
            "NA" => "NA",
            _ => null,
        }),
        ["ages"] = key => Code(StudyFields.StdAge, key switch
        {
            "child" => "CHILD",
            "adult" => "ADULT",
            "older" => "OLDER_ADULT",
            _ => null,
        }),
        ["sex"] = key => Code(StudyFields.Sex, key switch { "f" => "FEMALE", "m" => "MALE", "all" => "ALL", _ => null }),
        ["studyType"] = StudyType,
        ["results"] = key => Code(StudyFields.HasResults, key switch { "with" => "true", "without" => "false", _ => null }),
        ["ressub"] = key => key is "y" ? new OrQuery(
            PresenceBinder.Of(StudyFields.ResultsFirstSubmitDate, inSite: false),
            PresenceBinder.Of(StudyFields.SubmissionReleaseDate, inSite: false)) : null,
        ["funderType"] = Funder,
        ["docs"] = key => Code(key switch
        {
            "prot" => StudyFields.LargeDocHasProtocol,
            "sap" => StudyFields.LargeDocHasSAP,
            "icf" => StudyFields.LargeDocHasICF,
            _ => null,
        }, "true"),
        ["healthy"] = key => Code(StudyFields.HealthyVolunteers, key switch { "y" => "true", "n" => "false", _ => null }),
        ["violation"] = key => key is "y" ? PresenceBinder.Of(StudyFields.ViolationEventType, inSite: false) : null,
    };

    /// <summary>The names of the groups.</summary>
    public static IReadOnlyCollection<string> GroupNames => Groups.Keys;

    /// <summary>The query of the parameter's text.</summary>
    public static (Query? Query, SearchError? Error) Bind(string text)
    {
        var all = new List<Query>();
        foreach (var pair in text.Split([',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            var group = colon < 0 ? pair : pair[..colon];
            if (colon < 0 || !Groups.TryGetValue(group, out var bind))
            {
                var near = Essie.Near.Best(group, Groups.Keys);
                return (null, new SearchError("aggFilters", Math.Max(0, text.IndexOf(pair, StringComparison.Ordinal)),
                    group.Length, $"Unknown aggregation filter: '{group}'")
                { Suggestion = near });
            }

            var keys = pair[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            all.Add(new OrQuery(keys.Select(key => bind(key) ?? Query.None).ToArray()));
        }

        return (new AndQuery(all), null);
    }

    private static KeywordQuery? Code(StudyField? field, string? code) => field is null || code is null
        ? null
        : new KeywordQuery(StudySchema.ColumnOf(field), Encoding.UTF8.GetBytes(code));

    private static KeywordQuery? StudyType(string key) => key switch
    {
        "int" => Code(StudyFields.StudyType, "INTERVENTIONAL"),
        "obs" => Code(StudyFields.StudyType, "OBSERVATIONAL"),
        "exp" => Code(StudyFields.StudyType, "EXPANDED_ACCESS"),
        "obs_patreg" or "patreg" => Code(StudyFields.PatientRegistry, "true"),
        "exp_indiv" or "expindiv" => Code(StudyFields.ExpAccTypeIndividual, "true"),
        "exp_inter" or "expinter" => Code(StudyFields.ExpAccTypeIntermediate, "true"),
        "exp_treat" or "exptreat" => Code(StudyFields.ExpAccTypeTreatment, "true"),
        _ => null,
    };

    // Sponsor or collaborator: a study counts for every kind of funder it has.
    private static OrQuery? Funder(string key)
    {
        string[] classes = key switch
        {
            "nih" => ["NIH"],
            "fed" => ["FED"],
            "industry" => ["INDUSTRY"],
            "other" => ["OTHER", "OTHER_GOV", "INDIV", "NETWORK", "AMBIG", "UNKNOWN"],
            _ => [],
        };
        var codes = classes.Select(name => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(name)).ToArray();
        return codes.Length == 0
            ? null
            : new OrQuery(
                new KeywordQuery(StudySchema.ColumnOf(StudyFields.LeadSponsorClass), codes),
                new KeywordQuery(StudySchema.ColumnOf(StudyFields.CollaboratorClass), codes));
    }
}
