namespace Lind.Search.Similarity;

/// <summary>What a sentence about two records says. The first half says what both show, the second where the other differs.</summary>
public enum StatementKind
{
    /// <summary>{0} is the study that this one extends: {1} says so, quoting {2}.</summary>
    Parent,

    /// <summary>{0} extends this study: {1} says so, quoting {2}.</summary>
    Extension,

    /// <summary>One is a sub-study of the other: {0} says so, quoting {1}.</summary>
    SubStudy,

    /// <summary>Both carry the number {0}.</summary>
    SameNumber,

    /// <summary>Both list the publication with the PubMed number {0} as theirs.</summary>
    SharedPublication,

    /// <summary>{0} names {1} in its record.</summary>
    NamesIt,

    /// <summary>Both study the conditions {0}.</summary>
    Conditions,

    /// <summary>Both study conditions under the heading {0}, one of them the narrower {1}.</summary>
    ConditionsOneNarrower,

    /// <summary>Both study conditions under the heading {0}: one {1}, the other {2}.</summary>
    ConditionsApart,

    /// <summary>Both are about the treatments {0}.</summary>
    Interventions,

    /// <summary>Both are about treatments under the heading {0}, one of them the narrower {1}.</summary>
    InterventionsOneNarrower,

    /// <summary>Both are about treatments under the heading {0}: one {1}, the other {2}.</summary>
    InterventionsApart,

    /// <summary>Both have the keywords {0}.</summary>
    Keywords,

    /// <summary>Both have the primary outcomes {0}.</summary>
    PrimaryOutcomes,

    /// <summary>Both take only children and adolescents.</summary>
    BothOnlyChildren,

    /// <summary>Both take only people of 60 and over.</summary>
    BothOnlyOlder,

    /// <summary>Both take only women and girls.</summary>
    BothOnlyFemale,

    /// <summary>Both take only men and boys.</summary>
    BothOnlyMale,

    /// <summary>Both are observational.</summary>
    BothObservational,

    /// <summary>Both are expanded access.</summary>
    BothExpandedAccess,

    /// <summary>Both are trials with the qualities {0}.</summary>
    Design,

    /// <summary>Both are led by {0}.</summary>
    Sponsor,

    /// <summary>Both titles hold the words {0}.</summary>
    TitleWords,

    /// <summary>Both use many of the same less common words.</summary>
    RareWords,

    /// <summary>Both use words that often stand together elsewhere.</summary>
    NeighbouringWords,

    /// <summary>Its status is {0}, that of the study asked about {1}.</summary>
    Status,

    /// <summary>Its status has not been confirmed for over two years.</summary>
    StatusUnconfirmed,

    /// <summary>Its status is {0}; that of the study asked about has not been confirmed for over two years.</summary>
    OwnStatusUnconfirmed,

    /// <summary>Its type is {0}, not {1}.</summary>
    StudyType,

    /// <summary>Its phase is {0}, not {1}.</summary>
    Phase,

    /// <summary>Phases do not apply to it; the study asked about is of phase {0}.</summary>
    NoPhase,

    /// <summary>Its phase is {0}; phases do not apply to the study asked about.</summary>
    OwnNoPhase,

    /// <summary>It is randomised, the study asked about is not.</summary>
    Randomised,

    /// <summary>It is not randomised, the study asked about is.</summary>
    NotRandomised,

    /// <summary>It is {0} times as large: {1} participants against {2}.</summary>
    Larger,

    /// <summary>It is smaller: {0} participants against {1}.</summary>
    Smaller,

    /// <summary>It takes only children and adolescents.</summary>
    OnlyChildren,

    /// <summary>It takes adults too.</summary>
    AdultsToo,

    /// <summary>It takes adults, not children.</summary>
    AdultsNotChildren,

    /// <summary>It takes only women and girls.</summary>
    OnlyFemale,

    /// <summary>It takes only men and boys.</summary>
    OnlyMale,

    /// <summary>It takes all sexes.</summary>
    AllSexes,

    /// <summary>It started in {0}, {1} years earlier.</summary>
    StartedEarlier,

    /// <summary>It started in {0}, {1} years later.</summary>
    StartedLater,

    /// <summary>It has posted results, the study asked about has none.</summary>
    HasResults,
}
