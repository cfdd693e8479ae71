using System.Text;
using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Search.Binding;
using Lind.Search.Synonyms;

namespace Lind.Search.Serving;

/// <summary>One snapshot with what goes with it. Counts its holders.</summary>
internal sealed class SearchView : IVocabulary, IDisposable
{
    /// <summary>The attachment that holds the synonym table.</summary>
    public const string SynonymFile = "synonyms";

    private readonly Lazy<SynonymTable> _synonyms;

    /// <summary>A view that takes over the caller's hold on the snapshot.</summary>
    public SearchView(Snapshot snapshot)
    {
        Snapshot = snapshot;
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
    public IReadOnlyList<ReadOnlyMemory<byte>> Surfaces(int table, string term) => Snapshot.Surfaces(table, Encoding.UTF8.GetBytes(term));

    /// <inheritdoc/>
    public IReadOnlyList<Synonym> Synonyms(string text) => SynonymTable.Of(text);
}
