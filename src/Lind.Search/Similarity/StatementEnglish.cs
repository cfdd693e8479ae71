using System.Globalization;

namespace Lind.Search.Similarity;

/// <summary>The sentences about two records in English.</summary>
internal static class StatementEnglish
{
    /// <summary>The sentence with places for its values.</summary>
    public static string Pattern(StatementKind kind) => kind switch
    {
        StatementKind.Parent => "{0} is the study that this one extends: {1} says so, quoting {2}.",
        StatementKind.Extension => "{0} extends or follows up this study: {1} says so, quoting {2}.",
        StatementKind.SubStudy => "One is a sub-study or companion of the other: {0} says so, quoting {1}.",
        StatementKind.SameNumber => "Both carry the number {0}.",
        StatementKind.SharedPublication => "Both list the publication PubMed {0} as theirs.",
        StatementKind.NamesIt => "{0} names {1} in its record.",
        StatementKind.Conditions => "Both study {0}.",
        StatementKind.ConditionsOneNarrower => "Both study {0}, one of them {1}.",
        StatementKind.ConditionsApart => "Both study {0}: one {1}, the other {2}.",
        StatementKind.Interventions => "Both are about {0}.",
        StatementKind.InterventionsOneNarrower => "Both are about {0}, one of them {1}.",
        StatementKind.InterventionsApart => "Both are about {0}: one {1}, the other {2}.",
        StatementKind.Keywords => "Both name as keywords: {0}.",
        StatementKind.PrimaryOutcomes => "Both have the primary outcome: {0}.",
        StatementKind.BothOnlyChildren => "Both take only children and adolescents.",
        StatementKind.BothOnlyOlder => "Both take only people of 60 and over.",
        StatementKind.BothOnlyFemale => "Both take only women and girls.",
        StatementKind.BothOnlyMale => "Both take only men and boys.",
        StatementKind.BothObservational => "Both are observational studies.",
        StatementKind.BothExpandedAccess => "Both are expanded access programmes.",
        StatementKind.Design => "Both are {0} trials.",
        StatementKind.Sponsor => "Both are led by {0}.",
        StatementKind.TitleWords => "Both titles speak of {0}.",
        StatementKind.RareWords => "The two descriptions use many of the same less common words.",
        StatementKind.NeighbouringWords => "The two descriptions use words that often stand together in other studies.",
        _ => Difference(kind),
    };

    /// <summary>A value as the sentence holds it.</summary>
    public static object? Of(StatementValue value) => value switch
    {
        StatementValue.Names names => Naming.Join(names.Items),
        StatementValue.Codes codes => string.Join('/', codes.Items.Select(code => Naming.OfCode(codes.List, code))),
        StatementValue.Qualities qualities => string.Join(' ', qualities.Items.Select(item => item == "openLabel" ? "open-label" : item)
            .Concat(qualities.Phases.Count == 0 ? [] : [Naming.OfPhases(qualities.Phases)])),
        StatementValue.Number number => number.Value.ToString(number.Value < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture),
        StatementValue.Year year => year.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No English for this value."),
    };

    private static string Difference(StatementKind kind) => kind switch
    {
        StatementKind.Status => "Its status is {0}, not {1}.",
        StatementKind.StatusUnconfirmed => "Its status has not been confirmed for over two years.",
        StatementKind.OwnStatusUnconfirmed => "Its status is {0}; that of the study asked about has not been confirmed for over two years.",
        StatementKind.StudyType => "It is {0}, not {1}.",
        StatementKind.Phase => "Its phase is {0}, not {1}.",
        StatementKind.NoPhase => "Phases do not apply to it; the study asked about is {0}.",
        StatementKind.OwnNoPhase => "Its phase is {0}; phases do not apply to the study asked about.",
        StatementKind.Randomised => "It is randomised.",
        StatementKind.NotRandomised => "It is not randomised.",
        StatementKind.Larger => "It is {0} times as large: {1} participants against {2}.",
        StatementKind.Smaller => "It is smaller: {0} participants against {1}.",
        StatementKind.OnlyChildren => "It takes only children and adolescents.",
        StatementKind.AdultsToo => "It takes adults too.",
        StatementKind.AdultsNotChildren => "It takes adults, not children.",
        StatementKind.OnlyFemale => "It takes only women and girls.",
        StatementKind.OnlyMale => "It takes only men and boys.",
        StatementKind.AllSexes => "It takes all sexes.",
        StatementKind.StartedEarlier => "It started in {0}, {1} years earlier.",
        StatementKind.StartedLater => "It started in {0}, {1} years later.",
        StatementKind.HasResults => "It has posted results.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No English for this statement."),
    };
}
