using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>How rare each term is, and from damped counts to final weights.</summary>
/// <remarks>Immutable once a snapshot has been built: studies that come later are weighed alike.</remarks>
internal sealed class Rarity
{
    /// <summary>How many terms of a study are kept; the others hardly move a ranking (docs/quality.md).</summary>
    public const int MostTerms = 200;

    private readonly double[] _weightOf = new double[256];
    private readonly byte[] _steps;

    /// <summary>Takes stored steps: 0 for a term that counts for nothing.</summary>
    public Rarity(byte[] steps, double power)
    {
        _steps = steps;
        for (var step = 1; step < 256; step++)
        {
            _weightOf[step] = Math.Pow((double)step / RelatedFormat.RaritySteps, power);
        }
    }

    /// <summary>Takes the stored form.</summary>
    public static Rarity FromStored(ReadOnlySpan<int> keys, ReadOnlySpan<byte> steps, double power)
    {
        var all = new byte[PackedEntry.Keys];
        for (var i = 0; i < keys.Length; i++)
        {
            all[keys[i]] = steps[i];
        }

        return new Rarity(all, power);
    }

    /// <summary>The stored form: the terms that count, ascending, and their steps.</summary>
    public (int[] Keys, byte[] Steps) Stored()
    {
        var keys = new int[_steps.Length - _steps.AsSpan().Count((byte)0)];
        var steps = new byte[keys.Length];
        var at = 0;
        for (var key = 0; key < _steps.Length; key++)
        {
            if (_steps[key] > 0)
            {
                keys[at] = key;
                steps[at++] = _steps[key];
            }
        }

        return (keys, steps);
    }

    /// <summary>From how many studies have each term. A term of a single study joins nothing and counts for nothing.
    /// </summary>
    public static byte[] StepsOf(int[] frequencies, int studies)
    {
        var steps = new byte[frequencies.Length];
        for (var key = 0; key < steps.Length; key++)
        {
            steps[key] = frequencies[key] < 2
                ? (byte)0
                : (byte)Math.Clamp(
                    Math.Round(Math.Log((studies + 1.0) / frequencies[key]) * RelatedFormat.RaritySteps), 1, 255);
        }

        return steps;
    }

    /// <summary>What one occurrence of a term weighs.</summary>
    public double WeightOf(int key) => _weightOf[_steps[key]];

    /// <summary>The heaviest terms with weights of 1 to 255, by key, and the scale that gives them length 1.</summary>
    public (uint[] Terms, float Scale) Weigh(uint[] counts)
    {
        var weights = new double[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            weights[i] = -PackedEntry.Weight(counts[i]) * WeightOf(PackedEntry.Key(counts[i]));
        }

        var kept = (uint[])counts.Clone();
        Array.Sort(weights, kept);
        var most = Math.Min(MostTerms, Array.FindIndex(weights, weight => weight >= 0) is var end and >= 0 ? end : kept.Length);
        return Quantize(kept.AsSpan(0, most), weights);
    }

    private static (uint[] Terms, float Scale) Quantize(ReadOnlySpan<uint> heaviestFirst, double[] negativeWeights)
    {
        var terms = new uint[heaviestFirst.Length];
        double squares = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            var weight = (byte)Math.Clamp(Math.Round(255 * negativeWeights[i] / negativeWeights[0]), 1, 255);
            terms[i] = PackedEntry.Of(PackedEntry.Key(heaviestFirst[i]), weight);
            squares += weight * weight;
        }

        Array.Sort(terms);
        return (terms, squares > 0 ? (float)(1 / Math.Sqrt(squares)) : 0);
    }
}
