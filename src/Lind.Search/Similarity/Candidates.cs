using System.Buffers;
using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>Finds the studies worth a closer look: those that share the question's terms, and those that stand near it
/// in the learned space though they share few.</summary>
internal static class Candidates
{
    private const int MostByTerms = 400;
    private const int MostByPlace = 150;

    /// <summary>The candidates' places in the snapshot, with the likeness of their terms and of their learned places.
    /// </summary>
    /// <param name="snapshot">Where to look.</param>
    /// <param name="question">What to look for.</param>
    /// <param name="filter">What may be answered.</param>
    /// <param name="always">Studies to take in whatever their likeness.</param>
    public static List<Candidate> Find(RelatedSnapshot snapshot, RelatedQuestion question, RelatedFilter filter, IEnumerable<int> always)
    {
        var sums = ArrayPool<float>.Shared.Rent(snapshot.Count);
        var products = ArrayPool<int>.Shared.Rent(snapshot.Count);
        try
        {
            var text = sums.AsSpan(0, snapshot.Count);
            var learned = products.AsSpan(0, snapshot.Count);
            SumTerms(snapshot, question, text);
            ByteVectors.Dots(snapshot.Dense, question.Place, learned);
            var found = Best(text, MostByTerms, filter);
            var near = Scaled(snapshot, question, learned);
            found.UnionWith(Best(near, MostByPlace, filter));
            found.UnionWith(always);
            return [.. found.Order().Select(study => new Candidate(study, sums[study], LearnedOf(snapshot, question, study)))];
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
        foreach (var (key, weight) in question.Terms)
        {
            SparseVectors.Add(snapshot.List(key), weight, sums);
        }

        var scales = snapshot.TermScales;
        for (var study = 0; study < sums.Length; study++)
        {
            sums[study] *= scales[study];
        }
    }

    private static float[] Scaled(RelatedSnapshot snapshot, RelatedQuestion question, ReadOnlySpan<int> products)
    {
        var near = new float[products.Length];
        var scales = snapshot.DenseScales;
        for (var study = 0; study < near.Length; study++)
        {
            near[study] = products[study] * scales[study] * question.PlaceScale;
        }

        return near;
    }

    private static double LearnedOf(RelatedSnapshot snapshot, RelatedQuestion question, int study) => Math.Max(
        0, ByteVectors.Dot(snapshot.Place(study), question.Place) * snapshot.DenseScales[study] * question.PlaceScale);

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

/// <summary>A study worth a closer look.</summary>
/// <param name="Study">Its place in the snapshot.</param>
/// <param name="Text">How alike its terms are, 0 to 1.</param>
/// <param name="Learned">How near its learned place is, 0 to 1.</param>
internal readonly record struct Candidate(int Study, double Text, double Learned);
