using System.Buffers;
using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>Finds the studies worth a closer look: those that share the question's terms, and those that stand near it
/// in the learned space though they share few.</summary>
internal static class Candidates
{
    private const int MostByTerms = 400;
    private const int MostByPlace = 150;

    /// <summary>The candidates' places in the snapshot, ascending.</summary>
    /// <param name="snapshot">Where to look.</param>
    /// <param name="question">What to look for.</param>
    /// <param name="filter">What may be answered.</param>
    /// <param name="always">Studies to take in whatever their likeness.</param>
    public static int[] Find(RelatedSnapshot snapshot, RelatedQuestion question, RelatedFilter filter, IEnumerable<int> always)
    {
        var sums = ArrayPool<float>.Shared.Rent(snapshot.Count);
        var products = ArrayPool<int>.Shared.Rent(snapshot.Count);
        try
        {
            var near = sums.AsSpan(0, snapshot.Count);
            SumTerms(snapshot, question, near);
            var found = Best(near, MostByTerms, filter);
            SumPlaces(snapshot, question, products.AsSpan(0, snapshot.Count), near);
            found.UnionWith(Best(near, MostByPlace, filter));
            found.UnionWith(always);
            return [.. found.Order()];
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sums);
            ArrayPool<int>.Shared.Return(products);
        }
    }

    private static void SumTerms(RelatedSnapshot snapshot, RelatedQuestion question, Span<float> sums)
    {
        sums.Clear();
        foreach (var (key, weight) in question.HeaviestTerms(RelatedFormat.MostListed))
        {
            SparseVectors.Add(snapshot.List(key), weight, sums);
        }

        var scales = snapshot.TermScales;
        for (var study = 0; study < sums.Length; study++)
        {
            sums[study] *= scales[study];
        }
    }

    // The strongest directions alone, for speed; whoever is found is compared by all of them.
    private static void SumPlaces(
        RelatedSnapshot snapshot, RelatedQuestion question, Span<int> products, Span<float> near)
    {
        ByteVectors.Dots(
            snapshot.Dense, RelatedFormat.Width, question.Place.AsSpan(0, RelatedFormat.ScanWidth), products);
        var scales = snapshot.DenseScales;
        for (var study = 0; study < near.Length; study++)
        {
            near[study] = products[study] * scales[study];
        }
    }

    // Keeps the best by a heap whose top is the worst kept; of equals the lower study wins, so the answer is always one.
    private static HashSet<int> Best(ReadOnlySpan<float> scores, int most, RelatedFilter filter)
    {
        var heap = new PriorityQueue<int, (float Score, int MinusStudy)>(most + 1);
        var least = 0f;
        for (var study = 0; study < scores.Length; study++)
        {
            if (scores[study] > least && filter.Passes(study))
            {
                heap.Enqueue(study, (scores[study], -study));
                if (heap.Count > most)
                {
                    heap.Dequeue();
                    heap.TryPeek(out _, out var worst);
                    least = worst.Score;
                }
            }
        }

        return [.. heap.UnorderedItems.Select(item => item.Element)];
    }
}
