using System.Collections.Concurrent;
using System.Globalization;
using Lind.Index.Vectors;
using Lind.Search.Building;

namespace Lind.Search.Similarity;

/// <summary>Reads a stream of records into features, on all processors.</summary>
internal sealed class RelatedCollector
{
    private const int BatchSize = 256;
    private const int BatchesAhead = 2;
    private const int MostTermsCarried = 240;

    // Before so many studies have been seen, how rare a term is cannot be told.
    private const int StudiesBeforePruning = 20_000;

    private const int StudiesBetweenCollections = 100_000;

    private readonly Dictionary<int, Collected> _byNumber = [];
    private readonly int[] _frequencies = new int[PackedEntry.Keys];
    private readonly RelatedWeights _weights;
    private int _seen;

    public RelatedCollector(RelatedWeights weights) => _weights = weights;

    /// <summary>In how many studies each term was seen.</summary>
    public int[] Frequencies => _frequencies;

    /// <summary>The studies by number; of two with one number the later one.</summary>
    public List<Collected> Sorted() => [.. _byNumber.Values.OrderBy(study => study.Number)];

    /// <summary>Reads all records.</summary>
    public void Add(IEnumerable<(string NctId, ReadOnlyMemory<byte> Study)> studies, CancellationToken cancellation)
    {
        var readers = new ThreadLocal<FeatureReader>(() => new FeatureReader(_weights, new WordMemo()));
        var free = new ConcurrentBag<RecordBatch>();
        var batches = RecordBatch.Of(studies.Select(study => (NumberOf(study.NctId), study.Study)), BatchSize, free);
        foreach (var batch in Ahead.Of(batches, BatchesAhead, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var read = new Collected[batch.Count];
            Parallel.For(0, read.Length, index =>
                read[index] = Pruned(Collected.From(readers.Value!.Read(batch.NumberOf(index), batch[index]))));
            Take(read);
            GiveBack(read.Length);
            batch.Clear();
            free.Add(batch);
        }
    }

    /// <summary>The number of an id that is exactly <c>NCT</c> and eight digits.</summary>
    public static int NumberOf(string nctId) =>
        nctId.Length == 11 && nctId.StartsWith("NCT", StringComparison.Ordinal)
            && int.TryParse(nctId.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"{nctId} is not NCT and eight digits.", nameof(nctId));

    // What reading leaves behind grows old beside what is kept: at 600,000 studies as much again.
    private void GiveBack(int taken)
    {
        if (_seen / StudiesBetweenCollections > (_seen - taken) / StudiesBetweenCollections)
        {
            LargeBuild.GiveBack(_seen);
        }
    }

    private void Take(Collected[] read)
    {
        foreach (var study in read)
        {
            _byNumber[study.Number] = study;
            _seen++;
            foreach (var term in study.Terms)
            {
                _frequencies[PackedEntry.Key(term)]++;
            }
        }
    }

    private Collected Pruned(Collected study)
    {
        if (_seen < StudiesBeforePruning || study.Terms.Length <= MostTermsCarried)
        {
            return study;
        }

        var weights = study.Terms.Select(term => -PackedEntry.Weight(term)
            * Math.Log((_seen + 1.0) / Math.Max(2, _frequencies[PackedEntry.Key(term)]))).ToArray();
        var terms = (uint[])study.Terms.Clone();
        Array.Sort(weights, terms);
        Array.Resize(ref terms, MostTermsCarried);
        Array.Sort(terms);
        return study with { Terms = terms };
    }
}
