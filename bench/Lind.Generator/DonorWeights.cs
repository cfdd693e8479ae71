namespace Lind.Generator;

/// <summary>Draws a donor with results so that posted results have a wanted mean size.</summary>
/// <remarks>The shared sample holds far larger results than the registry's mean record (17 KB) allows: donors are
/// weighted by a power of their size, found by bisection. Large ones stay possible, as in the registry.</remarks>
internal sealed class DonorWeights
{
    private readonly double[] _cumulative;

    public DonorWeights(IReadOnlyList<int> sizes, double wantedMean)
    {
        double low = -1, high = 6;
        for (var step = 0; step < 50; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = MeanAt(sizes, middle) > wantedMean ? (middle, high) : (low, middle);
        }

        _cumulative = new double[sizes.Count];
        var sum = 0.0;
        for (var i = 0; i < sizes.Count; i++)
        {
            _cumulative[i] = sum += Math.Pow(sizes[i], -high);
        }
    }

    public int Draw(ref Rng rng)
    {
        var found = Array.BinarySearch(_cumulative, rng.Fraction() * _cumulative[^1]);
        return Math.Min(found < 0 ? ~found : found, _cumulative.Length - 1);
    }

    private static double MeanAt(IReadOnlyList<int> sizes, double power)
    {
        double weights = 0, total = 0;
        foreach (var size in sizes)
        {
            var weight = Math.Pow(size, -power);
            weights += weight;
            total += weight * size;
        }

        return total / weights;
    }
}
