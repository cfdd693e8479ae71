using System.Globalization;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Search.Building;
using Lind.Search.Filters;
using Lind.Search.Highlighting;
using Lind.Search.Mapping;
using Lind.Search.Patients;
using Lind.Search.Serving;
using Lind.Search.Synonyms;
using Lind.Studies;

namespace Lind.Search;

/// <summary>The search index of a registry: a folder of immutable files, rebuilt or updated from the study records and
/// searched by any number of threads.</summary>
/// <remarks>Every call works on one snapshot and none blocks another. Safe for use by several threads; one writer
/// (<see cref="Rebuild"/> or <see cref="Update"/>) at a time, others wait for it. An index written by a version that
/// laid out studies or files differently is not read: the folder then counts as empty, and wants a rebuild.</remarks>
public sealed partial class SearchIndex : IDisposable
{
    // Below twice what a builder's memory holds: what a whole build writes is left as it is. Merging it into a few large
    // segments would cost about half as much again as the build, on one thread.
    private const int LargestMerged = 50_000;

    private readonly string _folder;
    private readonly SearchIndexOptions _options;
    private readonly Lock _viewLock = new();
    private readonly Lock _writeLock = new();
    private readonly HeldViews _held;
    private readonly SearchMemos _memos;
    private SearchView? _view;
    private bool _disposed;

    private SearchIndex(string folder, SearchIndexOptions options)
    {
        // Schema and format are part of the path: another schema, or another format of files, is another folder.
        (_folder, _options, _held) = (folder, options, new HeldViews(options.Clock));
        _memos = new SearchMemos(options.RememberedBytes);
        DataFolder = Path.Combine(folder, string.Create(
            CultureInfo.InvariantCulture, $"v{StudySchema.Schema.Fingerprint:x16}-{Snapshot.FormatVersion}"));
    }

    /// <summary>The snapshot that searches run on now; changes with every published change. Fit for an ETag.</summary>
    public string SnapshotId => With(view => view.Id, "empty");

    /// <summary>Studies in the index.</summary>
    public long StudyCount => With(view => view.Snapshot.DocumentCount, 0);

    /// <summary>Notes of the caller's that were published with the snapshot, such as the store's last change number;
    /// empty when none.</summary>
    public IReadOnlyDictionary<string, string> Notes => With(view => view.Snapshot.Notes, new Dictionary<string, string>());

    private string DataFolder { get; }

    /// <summary>Opens the index in a folder; an empty folder, or none, is an empty index.</summary>
    /// <exception cref="IndexFormatException">The folder's files are damaged.</exception>
    public static SearchIndex Open(string folder, SearchIndexOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var index = new SearchIndex(folder, options ?? SearchIndexOptions.Default);
        index.Refresh();
        return index;
    }

    /// <summary>Takes up what another process has published meanwhile; true when there was something.</summary>
    public bool Refresh()
    {
        if (!Directory.Exists(DataFolder))
        {
            return false;
        }

        var directory = new FileDirectory(DataFolder);
        if (!Snapshot.ExistsIn(directory))
        {
            return false;
        }

        // Most segments are the same as before: they stay open, and what was unpacked of them serves on.
        var snapshot = With(
            view => Snapshot.Open(directory, StudySchema.Schema, view.Snapshot), null)
            ?? Snapshot.Open(directory, StudySchema.Schema);
        return Show(snapshot);
    }

    /// <summary>Builds the index anew from all studies and publishes it; until then searches see the old one. Of two
    /// records of one study the later counts.</summary>
    /// <param name="studies">All current records, in any order; enumerated once on the calling thread. Their bytes must
    /// stay as they are until the call returns.</param>
    /// <param name="notes">Published with the snapshot as <see cref="Notes"/>; null publishes none.</param>
    /// <param name="cancellationToken">Stops the build; the old snapshot stays.</param>
    public IndexBuildReport Rebuild(
        IEnumerable<StudyRecord> studies,
        IReadOnlyDictionary<string, string>? notes = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(studies);
        lock (_writeLock)
        {
            var written = Write(studies, notes ?? new Dictionary<string, string>(), cancellationToken);
            LargeBuild.GiveBack(written);
            return new IndexBuildReport(StudyCount, written, 0, SnapshotId);
        }
    }

    /// <summary>Takes changed studies in and removed ones out, and publishes the result as one change.</summary>
    /// <remarks>Each update leaves a small segment of files: call <see cref="Merge"/> when there is time.</remarks>
    /// <param name="changed">New and changed records; their bytes must stay as they are until the call returns.</param>
    /// <param name="removed">Studies to take out; unknown ones are passed over.</param>
    /// <param name="notes">Published with the snapshot as <see cref="Notes"/>; null keeps the old ones.</param>
    /// <param name="cancellationToken">Stops the update; the old snapshot stays.</param>
    public IndexBuildReport Update(
        IEnumerable<StudyRecord> changed,
        IEnumerable<NctId> removed,
        IReadOnlyDictionary<string, string>? notes = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(removed);
        lock (_writeLock)
        {
            var before = StudyCount;
            using var writer = OpenWriter();
            var gone = removed.Distinct().Count(id => With(view => view.Snapshot.Contains(id.Number), false));
            foreach (var id in removed)
            {
                writer.Delete(id.Number);
            }

            var (written, _) = IndexBuild.Run(writer, changed, threads: 1, learn: false, cancellationToken);
            if (written + gone > 0 || notes is not null || before == 0)
            {
                Show(writer.Commit(notes));
            }

            return new IndexBuildReport(StudyCount, written, gone, SnapshotId);
        }
    }

    /// <summary>Merges small segments where updates have left enough of them, and publishes that; what is found stays the
    /// same, and searches go on meanwhile.</summary>
    /// <param name="cancellationToken">Stops it; what was merged until then counts.</param>
    public void Merge(CancellationToken cancellationToken = default)
    {
        lock (_writeLock)
        {
            using var writer = OpenWriter();
            writer.MergeWhereDue(cancellationToken);
            Show(writer.OpenSnapshot());
        }
    }

    /// <summary>Searches.</summary>
    public StudySearchResult Search(StudySearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return With(
            view => new SearchRun(view, request, _memos, cancellationToken).Run(),
            StudySearchResult.Of(new StudySearchAnswer { Hits = [], TotalCount = request.CountTotal ? 0 : null, SnapshotId = "empty" }),
            request.Snapshot);
    }

    /// <summary>Finds in advance what people will likely ask for first: where the phrases of the most frequent conditions, interventions
    /// and keywords stand, and those of their synonyms. Searches go first meanwhile.</summary>
    /// <remarks>Only what is new since an earlier call takes time. Uses half of the memory for phrases at most.</remarks>
    public void WarmUp(CancellationToken cancellationToken = default) => With(
        view =>
        {
            const double enough = 0.5;
            view.Searcher.Prepare(cancellationToken);
            foreach (var request in FrequentTexts.Requests(view, cancellationToken).TakeWhile(_ => view.Searcher.Remembered < enough))
            {
                if (new RequestBinder(view).Bind(request).Bound is { } bound)
                {
                    view.Searcher.Remember(bound.Query, cancellationToken);
                }
            }

            return true;
        },
        true);

    /// <summary>All matching studies, in ascending order of their number: for downloads and for matching. Paging,
    /// sort, facets and the like of the request are not looked at.</summary>
    public (IReadOnlyList<NctId>? NctIds, SearchError? Error) FindAll(
        StudySearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return With<(IReadOnlyList<NctId>?, SearchError?)>(
            view =>
            {
                var (bound, error) = new RequestBinder(view).Bind(request);
                return bound is null
                    ? (null, error)
                    : (view.Searcher.Keys(bound.Query, cancellationToken).Order().Select(key => NctId.FromNumber((int)key)).ToArray(), null);
            },
            ([], null));
    }

    /// <summary>The points where the sites of all matching studies lie, most sites first; exact, whatever the result's
    /// size. Sites without coordinates are left out.</summary>
    public (IReadOnlyList<SitePoint>? Points, SearchError? Error) SitePoints(
        StudySearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return With<(IReadOnlyList<SitePoint>?, SearchError?)>(view => SitePlacesRun.Of(view, request, cancellationToken), ([], null));
    }

    /// <summary>The pieces of each record that a request's queries match, with the words marked; in the records' order.</summary>
    /// <param name="request">The request that found the studies.</param>
    /// <param name="studies">The records' bytes.</param>
    /// <param name="limit">Pieces of a record at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IReadOnlyList<IReadOnlyList<Highlight>> Highlight(
        StudySearchRequest request, IReadOnlyList<ReadOnlyMemory<byte>> studies, int limit = 10,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(studies);
        return With<IReadOnlyList<IReadOnlyList<Highlight>>>(
            view => Highlighter.Of(view, request, studies, Math.Clamp(limit, 1, 100), cancellationToken), [.. studies.Select(_ => Array.Empty<Highlight>())]);
    }

    /// <summary>Why a study has its score for a request; null if the request is refused or the study unknown.</summary>
    public ScoreExplanation? Explain(StudySearchRequest request, NctId nctId)
    {
        ArgumentNullException.ThrowIfNull(request);
        return With(view => Explanations.Of(view, request, nctId), null);
    }

    /// <summary>What a field holds over all studies a request matches; an error when the piece is unknown or when its
    /// values are not counted by the index (long texts).</summary>
    public (FieldStatistics? Statistics, SearchError? Error) Statistics(
        StudySearchRequest scope, string piece, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return With(
            view => new StatisticsRun(view, cancellationToken).Values(scope, piece),
            (null, new SearchError("fields", 0, 0, "The index is empty")));
    }

    /// <summary>How many items a list field has over all studies a request matches.</summary>
    public (FieldSizes? Sizes, SearchError? Error) Sizes(
        StudySearchRequest scope, string piece, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return With(
            view => new StatisticsRun(view, cancellationToken).Sizes(scope, piece),
            (null, new SearchError("fields", 0, 0, "The index is empty")));
    }

    /// <summary>Reads every file of the published snapshot and checks it.</summary>
    public IndexVerification Verify(CancellationToken cancellationToken = default) =>
        With(view => IndexReportRun.Verify(view, DataFolder, cancellationToken), new IndexVerification([], 0, 0));

    /// <summary>What the published snapshot is made of.</summary>
    public IndexInspection Inspect() =>
        With(view => IndexReportRun.Inspect(view, DataFolder), new IndexInspection("empty", 0, 0, 0, 0, 0, []));

    /// <inheritdoc/>
    public void Dispose()
    {
        _memos.Dispose();
        lock (_viewLock)
        {
            _view?.Dispose();
            _view = null;
            _held.Dispose();
            _disposed = true;
        }
    }

    /// <summary>Whether dear phrases of earlier searches are being found for later ones; for measuring.</summary>
    internal bool IsRemembering => _memos.Dear.IsBusy;

    /// <summary>Whether any study holds the term; for tests.</summary>
    internal bool KnowsTerm(string term) => With(view => view.Count(term) > 0, false);

    /// <summary>The best studies for a narrative under other weights than the usual; for measuring.</summary>
    internal IReadOnlyList<NctId> RankForPatient(string narrative, PatientWeights weights, int limit) => With<IReadOnlyList<NctId>>(
        view => view.Searcher.Search(new Index.Collectors.SearchRequest
        {
            Query = new PatientQuery(view, weights).Bind(narrative).Query,
            Limit = limit,
        }).Hits.Select(hit => NctId.FromNumber((int)hit.Key)).ToArray(),
        []);

    private long Write(
        IEnumerable<StudyRecord> studies, IReadOnlyDictionary<string, string> notes, CancellationToken cancellationToken)
    {
        using var writer = OpenWriter();
        writer.DeleteAll();
        var threads = _options.BuildThreads > 0 ? _options.BuildThreads : Environment.ProcessorCount;
        var (written, learned) = IndexBuild.Run(writer, studies, threads, _options.LearnSynonyms, cancellationToken);
        var terms = _options.MeshDescriptorFile is { } file ? MeshDescriptors.Read(file) : [];
        var synonyms = _options.LearnSynonyms
            ? SynonymTableBuilder.Build(learned, MeshTree.Bundled, terms)
            : SynonymTable.Empty;
        writer.Attach(SearchView.SynonymFile, synonyms.ToBytes());
        Show(writer.Commit(notes));
        RemoveOtherSchemas();
        return written;
    }

    private IndexWriter OpenWriter()
    {
        Directory.CreateDirectory(DataFolder);
        return IndexWriter.Open(new FileDirectory(DataFolder), StudySchema.Schema, new IndexOptions
        {
            BuilderMemory = _options.BuilderMemory,
            MaxMergedDocuments = LargestMerged,
            MergeInBackground = false,
        });
    }

    // Runs on the current view, or on the one named if that is there, held meanwhile.
    private T With<T>(Func<SearchView, T> work, T whenEmpty, string? snapshotId = null)
    {
        SearchView? view;
        lock (_viewLock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            view = ((snapshotId is null ? null : _held.Find(snapshotId)) ?? _view)?.Retain();
        }

        if (view is null)
        {
            return whenEmpty;
        }

        using (view)
        {
            return work(view);
        }
    }

    // Takes over the caller's hold on the snapshot; false if it is the one shown already.
    private bool Show(Snapshot snapshot)
    {
        lock (_viewLock)
        {
            if (_view?.Snapshot is { } shown && (shown.Version, shown.Checksum) == (snapshot.Version, snapshot.Checksum))
            {
                snapshot.Dispose();
                return false;
            }

            if (_view is not null)
            {
                _held.Add(_view);
            }

            _view = new SearchView(snapshot, _options.StudiesLike);
            return true;
        }
    }

    private void RemoveOtherSchemas()
    {
        foreach (var other in Directory.EnumerateDirectories(_folder, "v????????????????*").Where(path => path != DataFolder))
        {
            Directory.Delete(other, recursive: true);
        }
    }
}
