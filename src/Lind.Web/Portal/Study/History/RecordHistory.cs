using Lind.Store;

namespace Lind.Web.Portal;

/// <summary>The versions of a study that are kept, and what differs between two of them.</summary>
/// <param name="NctId">The study.</param>
/// <param name="Title">The study's title as it stands now.</param>
/// <param name="Versions">Newest first.</param>
/// <param name="From">The earlier of the two compared; null when there is only one version.</param>
/// <param name="To">The later of the two.</param>
/// <param name="Changes">Field by field.</param>
/// <param name="Outcomes">Outcome by outcome.</param>
/// <param name="BadChoice">Whether the address named a version that does not exist.</param>
public sealed record RecordHistory(
    string NctId, string Title, IReadOnlyList<StudyVersion> Versions, StudyVersion? From, StudyVersion? To,
    IReadOnlyList<FieldChange> Changes, IReadOnlyList<OutcomeChange> Outcomes, bool BadChoice)
{
    /// <summary>By version number: the parts of the record that the version changed; versions not looked at are missing.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Parts { get; init; } = new Dictionary<int, IReadOnlyList<string>>();

    /// <summary>Whether one of the two came as XML and the other did not.</summary>
    public bool FormsDiffer => From is not null && To is not null && From.Rank.Form != To.Rank.Form;
}
