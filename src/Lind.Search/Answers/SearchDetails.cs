namespace Lind.Search;

/// <summary>How a query was understood: its terms by area, with the synonyms searched along.</summary>
/// <param name="Areas">One entry per area searched, in query order.</param>
public sealed record SearchDetails(IReadOnlyList<AreaDetails> Areas);

/// <summary>The terms searched in one area.</summary>
/// <param name="Area">The area or piece, as <c>ConditionSearch</c>.</param>
/// <param name="Terms">The terms in query order.</param>
public sealed record AreaDetails(string Area, IReadOnlyList<TermDetails> Terms);

/// <summary>One term of a query.</summary>
/// <param name="Text">The term as typed.</param>
/// <param name="Count">Studies that match the term in this area, its synonyms left out; null when that is not known yet and
/// <see cref="StudySearchRequest.CountDetails"/> was off.</param>
/// <param name="Synonyms">The synonyms searched along, best first.</param>
public sealed record TermDetails(string Text, long? Count, IReadOnlyList<SynonymDetails> Synonyms);

/// <summary>One synonym searched along with a term.</summary>
/// <param name="Id">The id for <c>filter.synonyms</c>, as <c>ConditionSearch:4711</c>.</param>
/// <param name="Text">The synonym.</param>
/// <param name="Source">Where it was learned: <c>mesh</c>, <c>registry</c>, <c>acronym</c>,
/// <c>othername</c>, <c>country</c>.</param>
/// <param name="Count">Studies that match this synonym in this area; null when that is not known yet and
/// <see cref="StudySearchRequest.CountDetails"/> was off.</param>
/// <param name="Active">Whether it was searched; false when <c>filter.synonyms</c> switched it off.</param>
public sealed record SynonymDetails(string Id, string Text, string Source, long? Count, bool Active);

/// <summary>A query as it was probably meant.</summary>
/// <param name="Parameter">The parameter it concerns, as <c>query.cond</c>.</param>
/// <param name="Text">The whole corrected text of that parameter.</param>
public sealed record SpellingSuggestion(string Parameter, string Text);

/// <summary>One completion while typing.</summary>
/// <param name="Text">The completed text as records spell it.</param>
/// <param name="Count">Studies that have it.</param>
public sealed record Suggestion(string Text, long Count);

/// <summary>One piece of a record with the matched words marked.</summary>
/// <param name="Piece">The piece, as <c>BriefTitle</c>.</param>
/// <param name="Path">The JSON path with list indexes, as <c>protocolSection.conditionsModule.conditions[1]</c>.</param>
/// <param name="Text">The excerpt: the record's own characters.</param>
/// <param name="Spans">Matched spans inside <paramref name="Text"/>, ascending, not overlapping.</param>
public sealed record Highlight(string Piece, string Path, string Text, IReadOnlyList<HighlightSpan> Spans);

/// <summary>A matched span of a highlight.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">Number of units.</param>
public readonly record struct HighlightSpan(int Start, int Length);

/// <summary>Why a study matches and what its score is made of.</summary>
/// <param name="Matches">Whether the study matches at all.</param>
/// <param name="Score">Its score.</param>
/// <param name="Description">What this part is.</param>
/// <param name="Parts">What it is made of.</param>
public sealed record ScoreExplanation(bool Matches, double Score, string Description, IReadOnlyList<ScoreExplanation> Parts);

/// <summary>How a patient's narrative was read.</summary>
/// <param name="AgeYears">The age found, or null.</param>
/// <param name="Sex"><c>FEMALE</c>, <c>MALE</c> or null.</param>
/// <param name="Findings">What was taken as present and searched, strongest first.</param>
/// <param name="Negated">What the text says is absent; not searched.</param>
public sealed record PatientReading(
    double? AgeYears, string? Sex, IReadOnlyList<PatientFinding> Findings, IReadOnlyList<string> Negated);

/// <summary>A condition or treatment found in a narrative.</summary>
/// <param name="Text">The words.</param>
/// <param name="Weight">How much it counts, the strongest is 1.</param>
public sealed record PatientFinding(string Text, double Weight);
