using Lind.Studies.Fields;

namespace Lind.Search.Similarity;

/// <summary>Names as sentences show and compare them.</summary>
internal static class Naming
{
    // Shared by most studies, so never a reason: what a control arm gets, and what every study does.
    private static readonly HashSet<string> Everyday = new(
        ["placebo", "placebos", "control", "control group", "controls", "standard of care", "usual care", "observation",
        "questionnaires", "questionnaire", "surveys and questionnaires", "therapeutics", "disease", "syndrome",
        "pharmaceutical preparations", "quality of life", "quality-of-life assessment", "questionnaire administration",
        "laboratory biomarker analysis", "biospecimen collection", "no intervention", "saline", "patients", "persons",
        "rare diseases", "drug therapy", "therapeutic uses", "female", "male", "human", "humans", "tablets", "capsules",
        "injections", "blood", "methods", "health", "population", "adult", "child", "time", "risk", "safety", "goals", "role", "attention"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name is too common to be a reason.</summary>
    public static bool IsEveryday(string name) => Everyday.Contains(name.Trim());

    /// <summary>What two spellings of one name share: their words, whatever case, plural or punctuation.</summary>
    public static string Key(string name) => string.Join(' ', TermHash.Of(name, letters: true).Where(word => word != 0));

    /// <summary>A heading as people write it: <c>Cardiomyopathy, Dilated</c> is <c>Dilated Cardiomyopathy</c>.</summary>
    public static string OfHeading(string heading)
    {
        var parts = heading.Split(", ");
        Array.Reverse(parts);
        return string.Join(' ', parts);
    }

    /// <summary>The label of a code, in lower case inside a sentence; the code itself when the list does not have it.
    /// </summary>
    public static string OfCode(string list, string code) =>
        StudyEnums.Find(list)?.LabelOf(code) is { } label ? label.ToLowerInvariant() : code;

    /// <summary>Phases as one name: <c>phase 1/phase 2</c>.</summary>
    public static string OfPhases(IEnumerable<string> phases) =>
        string.Join('/', phases.Select(phase => OfCode("Phase", phase)));

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string Join(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
    };
}
