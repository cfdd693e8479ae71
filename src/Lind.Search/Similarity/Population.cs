using Lind.Studies;

namespace Lind.Search.Similarity;

/// <summary>Who takes part and how the study is made: what both share, in words.</summary>
internal static class Population
{
    private const double Grown = 18;
    private const double Old = 60;

    /// <summary>Adds what both records show of participants, design and sponsor.</summary>
    public static void AddShared(StudyTraits own, StudyTraits other, List<string> reasons)
    {
        if (OnlyChildren(own) && OnlyChildren(other))
        {
            reasons.Add("Both take only children and adolescents.");
        }
        else if (OnlyOlder(own) && OnlyOlder(other))
        {
            reasons.Add("Both take only people of 60 and over.");
        }

        if (own.Sex == other.Sex && own.Sex is "FEMALE" or "MALE")
        {
            reasons.Add(own.Sex == "FEMALE" ? "Both take only women and girls." : "Both take only men and boys.");
        }

        if (SharedDesign(own, other) is { Length: > 0 } design)
        {
            reasons.Add($"Both are {design}.");
        }

        if (own.Sponsor.Length > 0 && string.Equals(own.Sponsor, other.Sponsor, StringComparison.OrdinalIgnoreCase))
        {
            reasons.Add($"Both are led by {own.Sponsor}.");
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

    private static string SharedDesign(StudyTraits own, StudyTraits other)
    {
        if (own.StudyType != other.StudyType || own.StudyType.Length == 0)
        {
            return "";
        }

        if (own.StudyType != "INTERVENTIONAL")
        {
            return own.StudyType == "OBSERVATIONAL" ? "observational studies" : "expanded access programmes";
        }

        var words = new List<string>();
        if (own.Allocation == other.Allocation && own.Allocation == "RANDOMIZED")
        {
            words.Add("randomised");
        }

        if (own.Masking == other.Masking && own.Masking == "NONE")
        {
            words.Add("open-label");
        }
        else if (own.Masking.Length > 0 && other.Masking.Length > 0 && own.Masking != "NONE" && other.Masking != "NONE")
        {
            words.Add("blinded");
        }

        var phases = own.Phases.Where(phase => phase != "NA").Intersect(other.Phases).ToList();
        if (phases.Count > 0 && own.Phases.Count == phases.Count && other.Phases.Count == phases.Count)
        {
            words.Add(Naming.OfPhases(phases));
        }

        return words.Count == 0 ? "" : string.Join(' ', words) + " trials";
    }
}
