using System.Text;
using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Search.Binding;
using Lind.Search.Patients;
using Lind.Search.Synonyms;

namespace Lind.Search.Serving;

/// <summary>One snapshot with what goes with it. Counts its holders.</summary>
internal sealed class SearchView : IVocabulary, IDisposable
{
    /// <summary>The attachment that holds the synonym table.</summary>
    public const string SynonymFile = "synonyms";

    // A walk over the pages of one description must not be ranked anew when the index of related studies moves on.
    private const long MostBytesOfLikeness = 2 << 20;
    private const int BytesOfLikeness = 16;

    private readonly Lazy<SynonymTable> _synonyms;
    private readonly Func<string, IReadOnlyList<StudyLikeness>>? _studiesLike;
    private readonly BoundedMemo<string, IReadOnlyList<StudyLikeness>> _likeness = new(MostBytesOfLikeness, mostParts: 8);

    /// <summary>A view that takes over the caller's hold on the snapshot.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="studiesLike">See <see cref="SearchIndexOptions.StudiesLike"/>.</param>
    public SearchView(Snapshot snapshot, Func<string, IReadOnlyList<StudyLikeness>>? studiesLike = null)
    {
        Snapshot = snapshot;
        _studiesLike = studiesLike;
        Searcher = new Searcher(snapshot);
        _synonyms = new(() => snapshot.ReadAttachment(SynonymFile) is { } bytes
            ? SynonymTable.FromBytes(bytes)
            : SynonymTable.Empty);
    }

    public Snapshot Snapshot { get; }

    public Searcher Searcher { get; }

    public SynonymTable SynonymTable => _synonyms.Value;

    /// <summary>Names the state: the same id, the same answers.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{Snapshot.Schema.Fingerprint & 0xFFFFFF:x6}-{Snapshot.Version}-{Snapshot.Checksum:x8}");

    /// <summary>Adds a holder.</summary>
    public SearchView Retain()
    {
        Snapshot.Retain();
        return this;
    }

    /// <summary>Takes a holder away.</summary>
    public void Dispose() => Snapshot.Dispose();

    /// <inheritdoc/>
    public long Count(string term) => Snapshot.RowsWith(0, Encoding.UTF8.GetBytes(term));

    /// <inheritdoc/>
    public bool Finds(Query query) => Searcher.Count(query) > 0;

    /// <inheritdoc/>
    public double BestScore(Query query) =>
        Searcher.Search(new SearchRequest { Query = query, Limit = 1, CountTotal = false }).Hits is [var best] ? best.Score : 0;

    /// <inheritdoc/>
    public IReadOnlyList<StudyLikeness> StudiesLike(string text)
    {
        if (_studiesLike is null)
        {
            return [];
        }

        if (!_likeness.TryFind(text, out var found))
        {
            found = _studiesLike(text);
            _likeness.Set(text, found, (2L * text.Length) + ((long)BytesOfLikeness * found.Count));
        }

        return found;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ReadOnlyMemory<byte>> Surfaces(int table, string term) => Snapshot.Surfaces(table, Encoding.UTF8.GetBytes(term));

    /// <inheritdoc/>
    public IReadOnlyList<ReadOnlyMemory<byte>>? WholeValues(int table, int column, IReadOnlyList<QueryWord> words) =>
        Serving.WholeValues.Of(Snapshot, table, column, words);

    /// <inheritdoc/>
    public IReadOnlyList<Synonym> Synonyms(string text) => SynonymTable.Of(text);
}
