namespace Lind.Search.Similarity;

/// <summary>A study as the comparison sees it.</summary>
/// <param name="Traits">What is shown and filtered.</param>
/// <param name="Terms">Its terms: key and damped count, by key.</param>
/// <param name="Words">How many telling words were read, each as often as it stands there.</param>
/// <param name="ConditionKeys">The keys of its condition headings and all above them, sorted, each once.</param>
/// <param name="InterventionKeys">The same for interventions, with the words of their names.</param>
internal sealed record StudyFeatures(StudyTraits Traits, uint[] Terms, int Words, int[] ConditionKeys, int[] InterventionKeys);
