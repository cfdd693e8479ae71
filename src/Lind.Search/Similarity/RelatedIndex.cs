using System.Text.Json;
using Lind.Index.Storage;
using Lind.Search.Building;
using Lind.Search.Patients;
using Lind.Studies;

namespace Lind.Search.Similarity;

/// <summary>Finds the studies related to a study, to several, or to a text, and says why.</summary>
/// <remarks>An index is a folder of write-once files, beside the search index. An open index is an immutable snapshot,
/// safe for any number of threads; an update writes a new snapshot that the next one opened sees. Answers depend
/// on the records alone, not on the order in which they came or on the number of processors.</remarks>
public sealed class RelatedIndex : IDisposable
{
    private const int WarmUpQuestions = 20;

    private readonly RelatedSnapshot _snapshot;
    private readonly RelatedWeights _weights;

    private RelatedIndex(RelatedSnapshot snapshot, RelatedWeights weights) =>
        (_snapshot, _weights) = (snapshot, weights);

    /// <summary>How many studies it holds.</summary>
    public int Count => _snapshot.Live;

    /// <summary>Builds the index of a whole registry, in place of whatever the folder held.</summary>
    /// <param name="folder">Created if absent.</param>
    /// <param name="studies">Every study once: its NCT id and its record as UTF-8 JSON of the API v2. The bytes are
    /// read before the next study is asked for, so a caller may reuse them.</param>
    /// <param name="cancellationToken">Stops the build; the folder keeps its former snapshot.</param>
    /// <exception cref="JsonException">A record is none.</exception>
    public static void Build(
        string folder, IEnumerable<(string NctId, ReadOnlyMemory<byte> Study)> studies,
        CancellationToken cancellationToken = default) =>
        Build(folder, studies, RelatedWeights.Bundled, cancellationToken);

    /// <summary>Takes in changed and new studies and forgets removed ones, without reading the others again.</summary>
    /// <remarks>Writes a small file beside what was built, and a whole one when the small one has grown to a twentieth
    /// of it. How rare terms are and what was learned stay as they were built: an update weighs new studies with them. A
    /// registry that has grown by a tenth is better built again.</remarks>
    /// <param name="folder">An index that a build made.</param>
    /// <param name="changed">New and changed studies, as for a build.</param>
    /// <param name="removed">NCT ids to forget; unknown ones are passed over.</param>
    /// <param name="cancellationToken">Stops the update; the folder keeps its former snapshot.</param>
    public static void Update(
        string folder, IEnumerable<(string NctId, ReadOnlyMemory<byte> Study)> changed,
        IReadOnlyCollection<string> removed, CancellationToken cancellationToken = default)
    {
        new RelatedUpdate(new FileDirectory(folder)).Run(changed, removed, cancellationToken);
    }

    /// <summary>Opens the newest snapshot of a folder.</summary>
    /// <exception cref="FileNotFoundException">The folder holds no index.</exception>
    /// <exception cref="IndexFormatException">A file is damaged or of an unknown version.</exception>
    public static RelatedIndex Open(string folder) => Open(folder, RelatedWeights.Bundled);

    /// <summary>Whether the newest snapshot of a folder is of the version that this program writes; false when there is
    /// none. An index of another version is built again from the records.</summary>
    /// <exception cref="IndexFormatException">The file is damaged.</exception>
    public static bool IsCurrent(string folder)
    {
        var newest = RelatedFolder.Newest(folder);
        return newest > 0 && RelatedSnapshot.IsCurrent(new FileDirectory(folder), newest);
    }

    /// <summary>Checks every checksum and every bound of the newest snapshot.</summary>
    /// <returns>What is wrong, one sentence each; empty when all is well.</returns>
    public static IReadOnlyList<string> Verify(string folder)
    {
        try
        {
            using var snapshot = RelatedFolder.Open(folder, RelatedWeights.Bundled);
            return [.. snapshot.Verify(CancellationToken.None)];
        }
        catch (FileNotFoundException missing)
        {
            return [missing.Message];
        }
        catch (IndexFormatException broken)
        {
            return [broken.Message];
        }
    }

    /// <summary>Reads once what every question reads, and asks some, so that the first questions of people need not
    /// wait for pages from disk and for code to be compiled.</summary>
    public void WarmUp(CancellationToken cancellationToken)
    {
        _snapshot.Touch(cancellationToken);
        var step = Math.Max(1, _snapshot.Count / WarmUpQuestions);
        for (var study = 0; study < _snapshot.Count; study += step)
        {
            if (!_snapshot.IsDropped(study))
            {
                Related(new RelatedRequest { NctIds = [FamilyLinks.IdOf(_snapshot.Number(study))] }, cancellationToken);
            }
        }
    }

    /// <summary>Whether a study is in the index.</summary>
    public bool Contains(string nctId) => Find(nctId) >= 0;

    /// <summary>Answers a question.</summary>
    /// <exception cref="ArgumentException">The request is out of its bounds: limit, radius, number of studies, neither
    /// a study nor a text. The message is fit for the person who asked.</exception>
    public RelatedAnswer Related(RelatedRequest request, CancellationToken cancellationToken = default)
    {
        RelatedLimits.Check(request);
        cancellationToken.ThrowIfCancellationRequested();
        var ids = request.NctIds.Select(id => id.ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        var known = ids.Where(Contains).ToList();
        var text = string.IsNullOrWhiteSpace(request.Text)
            ? null
            : Read(request.Text);
        var search = new RelatedSearch(_snapshot, _weights, request, [.. known.Select(Find)], text);
        return new RelatedAnswer
        {
            NctIds = known,
            Unknown = [.. ids.Except(known)],
            Entries = known.Count == 0 && text is null ? [] : search.Entries(),
            Family = search.Family,
        };
    }

    /// <summary>The studies most like a text, the nearest first: the ranking of <see cref="Related"/> without its words.</summary>
    /// <param name="text">Free text; what is beyond <see cref="RelatedRequest.MaximumTextLength"/> is not looked at.</param>
    /// <param name="limit">1 to <see cref="RelatedRequest.MaximumLimit"/>.</param>
    public IReadOnlyList<StudyLikeness> StudiesLike(string text, int limit = RelatedRequest.MaximumLimit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var search = new RelatedSearch(_snapshot, _weights, new RelatedRequest { Text = text, Limit = limit }, [], Read(text));
        return [.. search.Ranking().Select(placed => new StudyLikeness(
            NctId.FromNumber(_snapshot.Number(placed.Scored.Study)), Math.Clamp(placed.Score, 0, 1)))];
    }

    /// <summary>Closes the files.</summary>
    public void Dispose() => _snapshot.Dispose();

    /// <summary>Builds with other weights: for fitting them.</summary>
    internal static void Build(
        string folder, IEnumerable<(string NctId, ReadOnlyMemory<byte> Study)> studies, RelatedWeights weights,
        CancellationToken cancellationToken)
    {
        var collector = new RelatedCollector(weights);
        collector.Add(studies, cancellationToken);
        var all = collector.Sorted();
        var rarity = new Rarity(Rarity.StepsOf(collector.Frequencies, all.Count), weights.Rarity);
        RelatedSnapshotWriter.Weigh(all, rarity);
        LargeBuild.GiveBack(all.Count);
        var places = LearnedPlaces.Learn(all, collector.Frequencies, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        LargeBuild.GiveBack(all.Count);
        RelatedFolder.Publish(
            new FileDirectory(folder), 0, (directory, number) => RelatedSnapshotWriter.Write(directory, number, all, rarity, places));
    }

    /// <summary>Opens with other weights: for fitting them.</summary>
    internal static RelatedIndex Open(string folder, RelatedWeights weights) =>
        new(RelatedFolder.Open(folder, weights), weights);

    /// <summary>The joint ranking of one study's related ones without its words: for measuring.</summary>
    internal IReadOnlyList<string> Ranking(string nctId, int limit)
    {
        var search = new RelatedSearch(
            _snapshot, _weights, new RelatedRequest { NctIds = [nctId], Limit = limit }, [Find(nctId)], null);
        return [.. search.Ranking().Select(placed => FamilyLinks.IdOf(_snapshot.Number(placed.Scored.Study)))];
    }

    /// <summary>A study's brief title: for reading lists by hand.</summary>
    internal string TitleOf(string nctId) => _snapshot.Traits(Find(nctId)).Title;

    private StudyFeatures Read(string text) =>
        new FeatureReader(_weights).ReadText(text[..Math.Min(text.Length, RelatedRequest.MaximumTextLength)]);

    private int Find(string nctId) => nctId.Length == 11 && nctId.StartsWith("NCT", StringComparison.Ordinal)
        && int.TryParse(nctId.AsSpan(3), System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? _snapshot.Find(number)
        : -1;
}
