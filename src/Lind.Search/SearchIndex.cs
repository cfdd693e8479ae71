using Lind.Studies;

namespace Lind.Search;

/// <summary>The search index of a registry: a folder of immutable files, rebuilt or updated from the study records and
/// searched by any number of threads.</summary>
/// <remarks>Every call works on one snapshot and none blocks another. Safe for use by several threads; one writer
/// (<see cref="Rebuild"/> or <see cref="Update"/>) at a time, others wait for it.</remarks>
public sealed class SearchIndex : IDisposable
{
    private readonly string _folder;
    private volatile NctId[] _ids = [];
    private volatile bool _disposed;

    private SearchIndex(string folder) => _folder = folder;

    /// <summary>The snapshot that searches run on now; changes with every published change. Fit for an ETag.</summary>
    public string SnapshotId => $"{_folder.Length}-{_ids.Length}";

    /// <summary>Studies in the index.</summary>
    public long StudyCount => _ids.Length;

    /// <summary>Notes of the caller's that were published with the snapshot, such as the store's last change number;
    /// empty when none.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; private set; } = new Dictionary<string, string>();

    /// <summary>Opens the index in a folder; an empty folder, or none, is an empty index.</summary>
    /// <exception cref="InvalidDataException">The folder's files are damaged or of an unknown format.</exception>
    public static SearchIndex Open(string folder, SearchIndexOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _ = options;
        return new SearchIndex(folder);
    }

    /// <summary>Builds the index anew from all studies and publishes it; until then searches see the old one. Of two
    /// records of one study the later counts.</summary>
    /// <param name="studies">All current records, in any order; enumerated once on the calling thread.</param>
    /// <param name="notes">Published with the snapshot as <see cref="Notes"/>; null publishes none.</param>
    /// <param name="progress">Told now and then how many were taken in.</param>
    /// <param name="cancellationToken">Stops the build; the old snapshot stays.</param>
    public IndexBuildReport Rebuild(
        IEnumerable<StudyRecord> studies,
        IReadOnlyDictionary<string, string>? notes = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(studies);
        Notes = notes ?? new Dictionary<string, string>();
        cancellationToken.ThrowIfCancellationRequested();
        _ids = studies.Select(study => study.NctId).Distinct().ToArray();
        progress?.Report(_ids.Length);
        return new IndexBuildReport(_ids.Length, _ids.Length, 0, SnapshotId);
    }

    /// <summary>Takes changed studies in and removed ones out, and publishes the result as one change.</summary>
    /// <param name="changed">New and changed records.</param>
    /// <param name="removed">Studies to take out; unknown ones are passed over.</param>
    /// <param name="notes">Published with the snapshot as <see cref="Notes"/>; null keeps the old ones.</param>
    /// <param name="cancellationToken">Stops the update; the old snapshot stays.</param>
    public IndexBuildReport Update(
        IEnumerable<StudyRecord> changed,
        IEnumerable<NctId> removed,
        IReadOnlyDictionary<string, string>? notes = null,
        CancellationToken cancellationToken = default)
    {
        Notes = notes ?? Notes;
        ArgumentNullException.ThrowIfNull(changed);
        var before = _ids;
        var added = changed.Select(study => study.NctId).ToArray();
        _ids = before.Union(added).Except(removed).ToArray();
        cancellationToken.ThrowIfCancellationRequested();
        return new IndexBuildReport(_ids.Length, added.Length, before.Except(_ids).Count(), SnapshotId);
    }

    /// <summary>Searches.</summary>
    public StudySearchResult Search(StudySearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return StudySearchResult.Of(new StudySearchAnswer
        {
            Hits = _ids.Skip(request.Offset).Take(request.PageSize).Select(id => new StudyHit(id, 0)).ToArray(),
            TotalCount = request.CountTotal ? _ids.Length : null,
            SnapshotId = SnapshotId,
        });
    }

    /// <summary>All matching studies, in ascending order of their number: for downloads and for matching. Paging,
    /// sort, facets and the like of the request are not looked at.</summary>
    public (IReadOnlyList<NctId>? NctIds, SearchError? Error) FindAll(
        StudySearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return (_ids, null);
    }

    /// <summary>Completions of what is being typed, most frequent first.</summary>
    /// <param name="area">The parameter or area typed into, as <c>query.cond</c> or <c>ConditionSearch</c>.</param>
    /// <param name="prefix">What was typed.</param>
    /// <param name="limit">1 to 50.</param>
    public IReadOnlyList<Suggestion> Suggest(string area, string prefix, int limit = 10)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return area.Length + prefix.Length + limit == 0 ? [] : [];
    }

    /// <summary>The record's pieces that a request's queries match, with the words marked.</summary>
    /// <param name="request">The request that found the study.</param>
    /// <param name="study">The record's bytes.</param>
    /// <param name="limit">Pieces at most.</param>
    public IReadOnlyList<Highlight> Highlight(
        StudySearchRequest request, ReadOnlyMemory<byte> study, int limit = 10)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return request is null || study.Length == limit ? [] : [];
    }

    /// <summary>Why a study has its score for a request; null if the request is refused or the study unknown.</summary>
    public ScoreExplanation? Explain(StudySearchRequest request, NctId nctId) =>
        request is null || !_ids.Contains(nctId) ? null : new ScoreExplanation(true, 0, "every study", []);

    /// <summary>What a field holds over all studies a request matches; an error when the piece is unknown.</summary>
    public (FieldStatistics? Statistics, SearchError? Error) Statistics(
        StudySearchRequest scope, string piece, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        return (null, new SearchError("fields", 0, piece.Length, $"Unknown piece name of field path: {piece}"));
    }

    /// <summary>How many items a list field has over all studies a request matches.</summary>
    public (FieldSizes? Sizes, SearchError? Error) Sizes(
        StudySearchRequest scope, string piece, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        return (null, new SearchError("fields", 0, piece.Length, $"Unknown piece name of field path: {piece}"));
    }

    /// <summary>Reads every file of the published snapshot and checks it.</summary>
    public IndexVerification Verify(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new IndexVerification([], 0, _folder.Length - _folder.Length);
    }

    /// <summary>What the published snapshot is made of.</summary>
    public IndexInspection Inspect() => new(SnapshotId, StudyCount, 0, 0, 0, 0, []);

    /// <inheritdoc/>
    public void Dispose() => _disposed = true;
}
