using Lind.Studies;

namespace Lind.Store;

/// <summary>One line of a study's history.</summary>
/// <param name="NctId">The study.</param>
/// <param name="Number">1 is the oldest version known; the current version has the highest number. An older version
/// that arrives later takes its place in the order, so numbers are places, not names.</param>
/// <param name="IsCurrent">True for exactly one version of each study.</param>
/// <param name="Rank">The registry's dates and the form it arrived in.</param>
/// <param name="Seen">When this store first took this version in.</param>
/// <param name="SizeBytes">Length of the compact JSON.</param>
/// <param name="Hash">What tells this version from the others.</param>
public sealed record StudyVersion(
    NctId NctId, int Number, bool IsCurrent, StudyRank Rank, DateTimeOffset Seen, int SizeBytes, ContentHash Hash);
