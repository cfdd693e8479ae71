using Lind.Studies;

namespace Lind.Store;

/// <summary>The version rules: what a record means for the versions of its study.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>A version is new only if its content differs from all known versions of the study.</item>
/// <item>The current version is the one of the highest <see cref="StudyRank"/>; at equal rank the one read last.</item>
/// <item>A study counts once as added, updated or unchanged by comparing the state before and after the import; each
/// further record of the study in the same import counts as unchanged.</item>
/// </list>
/// So the end state depends on the records and, at equal rank only, on their order; not on threads, batches, or how
/// often an import was cut off and run again. Not safe for several threads.
/// </remarks>
public sealed class VersionPlanner
{
    private readonly Dictionary<NctId, StudyState> _states = [];
    private long _added;
    private long _updated;
    private long _unchanged;

    /// <summary>The counts of the records decided so far; none are rejected here.</summary>
    public ImportCounts Counts => new(_added, _updated, _unchanged, 0);

    /// <summary>True once the study's history was given or a record of it was decided.</summary>
    public bool Knows(NctId nctId) => _states.ContainsKey(nctId);

    /// <summary>Tells what the store holds of a study, before its first record is decided.</summary>
    public void Learn(StudyHistory history) => _states.Add(
        history.NctId, new StudyState(history.Current, [.. history.Older]) { Initial = history.Current.Hash });

    /// <summary>Decides one record. Records are decided in reading order.</summary>
    public VersionDecision Decide(NctId nctId, KnownVersion incoming)
    {
        if (!_states.TryGetValue(nctId, out var state))
        {
            _states.Add(nctId, new StudyState(incoming, []));
            _added++;
            return VersionDecision.NewCurrent;
        }

        var before = state.Standing;
        var decision = state.Take(incoming);
        Count(state, before);
        return decision;
    }

    private void Count(StudyState state, Standing before)
    {
        _unchanged++;

        // The study's one counting record moves between "updated" and "unchanged" as the current version does.
        var after = state.Standing;
        if (before != after)
        {
            var step = after == Standing.Updated ? 1 : -1;
            _updated += step;
            _unchanged -= step;
        }
    }

    private enum Standing
    {
        Added,
        Updated,
        Unchanged,
    }

    private sealed class StudyState(KnownVersion current, List<KnownVersion> older)
    {
        private KnownVersion _current = current;

        public ContentHash? Initial { get; init; }

        public Standing Standing => Initial is not { } initial ? Standing.Added
            : initial == _current.Hash ? Standing.Unchanged
            : Standing.Updated;

        public VersionDecision Take(KnownVersion incoming)
        {
            if (incoming.Hash == _current.Hash)
            {
                return Refresh(incoming);
            }

            var place = older.FindIndex(version => version.Hash == incoming.Hash);
            return place < 0 ? TakeNew(incoming) : TakeKnown(place, incoming);
        }

        private VersionDecision Refresh(KnownVersion incoming)
        {
            if (incoming.Rank <= _current.Rank)
            {
                return VersionDecision.Nothing;
            }

            _current = incoming;
            return VersionDecision.NewStamp;
        }

        private VersionDecision TakeNew(KnownVersion incoming)
        {
            if (incoming.Rank < _current.Rank)
            {
                older.Add(incoming);
                return VersionDecision.NewOlder;
            }

            older.Add(_current);
            _current = incoming;
            return VersionDecision.NewCurrent;
        }

        private VersionDecision TakeKnown(int place, KnownVersion incoming)
        {
            // Invariant: no older version ranks above the current one.
            var better = incoming.Rank > older[place].Rank;
            if (incoming.Rank < _current.Rank)
            {
                older[place] = better ? incoming : older[place];
                return better ? VersionDecision.NewStamp : VersionDecision.Nothing;
            }

            older[place] = _current;
            _current = incoming;
            return better ? VersionDecision.KnownBecomesCurrent | VersionDecision.NewStamp
                : VersionDecision.KnownBecomesCurrent;
        }
    }
}
