using System.Buffers;
using System.Runtime.CompilerServices;
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
        try
        {
            var near = sums.AsSpan(0, snapshot.Count);
            SumTerms(snapshot, question, near);
            var found = Best(snapshot, near, MostByTerms, filter);
            SumPlaces(snapshot, question, near);
            found.UnionWith(Best(snapshot, near, MostByPlace, filter));
            found.UnionWith(always);
            return [.. found.Order()];
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sums);
        }
    }

    private static void SumTerms(RelatedSnapshot snapshot, RelatedQuestion question, Span<float> sums)
    {
        sums.Clear();
        var terms = question.HeaviestTerms(RelatedFormat.MostListed).ToList();
        foreach (var (part, from) in snapshot.Parts)
        {
            var own = sums.Slice(from, part.Count);
            foreach (var (key, weight) in terms)
            {
                SparseVectors.Add(part.List(key), weight, own);
            }

            SparseVectors.Scale(own, part.TermScales);
        }
    }

    // The strongest directions alone, for speed; whoever is found is compared by all of them.
    private static void SumPlaces(RelatedSnapshot snapshot, RelatedQuestion question, Span<float> near)
    {
        foreach (var (part, from) in snapshot.Parts)
        {
            ByteVectors.ScaledDots(
                part.NearTable, question.Place.AsSpan(0, RelatedFormat.NearWidth), part.PlaceScales,
                near.Slice(from, part.Count));
        }
    }

    // Keeps the best by a heap whose top is the worst kept; of equals the lower NCT number wins, so the answer is always
    // one. Compiled whole at once: it goes through all studies, and a first question would else run it slowly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static HashSet<int> Best(RelatedSnapshot snapshot, ReadOnlySpan<float> scores, int most, RelatedFilter filter)
    {
        var heap = new PriorityQueue<int, (float Score, int MinusNumber)>(most + 1);
        var least = 0f;
        for (var study = 0; study < scores.Length; study++)
        {
            if (scores[study] > least && filter.Passes(study))
            {
                heap.Enqueue(study, (scores[study], -snapshot.Number(study)));
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
