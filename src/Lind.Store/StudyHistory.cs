using Lind.Studies;

namespace Lind.Store;

/// <summary>The versions of one study that the store knows, without their bytes.</summary>
/// <param name="Current">The current one.</param>
/// <param name="Older">The others, in no particular order.</param>
public sealed record StudyHistory(NctId NctId, KnownVersion Current, IReadOnlyList<KnownVersion> Older);

/// <summary>What tells one version of a study from another.</summary>
public readonly record struct KnownVersion(ContentHash Hash, StudyRank Rank);
