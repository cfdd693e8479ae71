using Lind.Studies;

namespace Lind.Search.Similarity;

/// <summary>Who takes part and how the study is made: what both share, in words.</summary>
internal static class Population
{
    private const double Grown = 18;
    private const double Old = 60;

    /// <summary>Adds what both records show of participants, design and sponsor.</summary>
    public static void AddShared(StudyTraits own, StudyTraits other, List<RelatedStatement> reasons)
    {
        if (OnlyChildren(own) && OnlyChildren(other))
        {
            reasons.Add(new(StatementKind.BothOnlyChildren));
        }
        else if (OnlyOlder(own) && OnlyOlder(other))
        {
            reasons.Add(new(StatementKind.BothOnlyOlder));
        }

        if (own.Sex == other.Sex && own.Sex is "FEMALE" or "MALE")
        {
            reasons.Add(new(own.Sex == "FEMALE" ? StatementKind.BothOnlyFemale : StatementKind.BothOnlyMale));
        }

        if (SharedDesign(own, other) is { } design)
        {
            reasons.Add(design);
        }

        if (own.Sponsor.Length > 0 && string.Equals(own.Sponsor, other.Sponsor, StringComparison.OrdinalIgnoreCase))
        {
            reasons.Add(new(StatementKind.Sponsor, new StatementValue.Names(own.Sponsor)));
        }
    }

    /// <summary>Whether nobody grown up takes part.</summary>
    public static bool OnlyChildren(StudyTraits traits) => Years(traits.MaximumAge) is { } years && years <= Grown
        && Years(traits.MinimumAge) is null or < Grown;

    /// <summary>Whether children may take part.</summary>
    public static bool TakesChildren(StudyTraits traits) => Years(traits.MinimumAge) is null or < Grown;

    /// <summary>An age in years; null when the record gives none.</summary>
    public static double? Years(string age) => Age.FromRecord(age) is { IsAge: true } parsed ? parsed.TotalYears : null;

    private static bool OnlyOlder(StudyTraits traits) => Years(traits.MinimumAge) >= Old;

    private static RelatedStatement? SharedDesign(StudyTraits own, StudyTraits other)
    {
        if (own.StudyType != other.StudyType || own.StudyType.Length == 0)
        {
            return null;
        }

        if (own.StudyType != "INTERVENTIONAL")
        {
            return new(own.StudyType == "OBSERVATIONAL" ? StatementKind.BothObservational : StatementKind.BothExpandedAccess);
        }

        var words = new List<string>();
        if (own.Allocation == other.Allocation && own.Allocation == "RANDOMIZED")
        {
            words.Add("randomised");
        }

        if (own.Masking == other.Masking && own.Masking == "NONE")
        {
            words.Add("openLabel");
        }
        else if (own.Masking.Length > 0 && other.Masking.Length > 0 && own.Masking != "NONE" && other.Masking != "NONE")
        {
            words.Add("blinded");
        }

        var phases = own.Phases.Where(phase => phase != "NA").Intersect(other.Phases).ToList();
        phases = own.Phases.Count == phases.Count && other.Phases.Count == phases.Count ? phases : [];
        return words.Count + phases.Count == 0 ? null : new(StatementKind.Design, new StatementValue.Qualities(words, phases));
    }
}
