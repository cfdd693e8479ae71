using System.Runtime.CompilerServices;
using Lind.Index.Encoding;
using Lind.Index.Postings;

namespace Lind.Index.Queries;

/// <summary>What the hits of one term's rows are worth, a block at a time. Not thread-safe.</summary>
/// <remarks>Frequent words stand in so many ways that the weights of their rows lie all over the table of profiles: a miss of the
/// caches each, and a branch on the weight waits for it. Fetched without branches first, the misses overlap. Weights of the
/// profiles that many of the term's rows have are at hand by their rank.</remarks>
/// <param name="all">The weights of all profiles.</param>
/// <param name="most">Whether what hits can weigh at most is wanted, see <see cref="WeightTable.Mosts"/>.</param>
internal sealed class TermWeights(ProfileWeights all, bool most = false)
{
    private readonly float[] _weights = new float[BlockPacking.Count];
    private float[] _ranked = []; // by rank; 0: not looked up yet
    private bool _isRankedKnown;
    private int _block = -1;

    /// <summary>The weights of the rows of the cursor's loaded block; not above 0: no searched field was hit.</summary>
    internal ReadOnlySpan<float> Of(PostingsCursor cursor)
    {
        if (_block != cursor.Block)
        {
            Fetch(cursor);
            _block = cursor.Block;
        }

        return _weights.AsSpan(0, cursor.Count);
    }

    /// <summary>The weight of one row of the cursor's loaded block.</summary>
    internal float Of(PostingsCursor cursor, int place) =>
        _block == cursor.Block ? _weights[place] : WeightOf(cursor.Profiles[place]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fetch(PostingsCursor cursor)
    {
        var codes = cursor.Codes;
        if (!_isRankedKnown)
        {
            _ranked = new float[cursor.Ranked.Length];
            _isRankedKnown = true;
        }

        var ranked = _ranked.AsSpan();
        var others = all.Numbers;
        var numbered = most ? all.Table.Mosts : all.Table.Weights;
        var weights = _weights.AsSpan(0, codes.Length);
        for (var i = 0; i < weights.Length; i++)
        {
            var code = codes[i];
            weights[i] = code < (uint)ranked.Length ? ranked[(int)code] : numbered[others[(int)(code - (uint)ranked.Length)]];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
            {
                weights[i] = LookUp(cursor, codes[i]);
            }
        }
    }

    private float LookUp(PostingsCursor cursor, uint code) => code < (uint)_ranked.Length
        ? _ranked[code] = WeightOf(cursor.Ranked[(int)code])
        : WeightOf(code - (uint)_ranked.Length);

    private float WeightOf(uint profile) => most ? all.MostOf(profile) : all[profile];
}
