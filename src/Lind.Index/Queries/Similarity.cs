using System.Runtime.CompilerServices;
using Lind.Index.Segments;

namespace Lind.Index.Queries;

/// <summary>From the weight of a row's hits to its score; see <see cref="FieldWeights"/>.</summary>
internal sealed class Similarity
{
    private readonly float _top; // idf * boost * (k1 + 1)
    private readonly float[] _damping; // by length code
    private readonly TableReader _table;
    private readonly int _group;

    internal Similarity(SearchContext context, FieldWeights fields, float idf, float boost)
    {
        _table = context.Reader;
        _group = fields.LengthGroup < _table.Schema.LengthGroups ? fields.LengthGroup : -1;
        _top = idf * boost * (fields.K1 + 1);
        _damping = new float[256];
        var mean = _group < 0 ? 0 : (float)context.Snapshot.MeanLength(context.Table, _group);
        for (var code = 0; code < 256; code++)
        {
            // Without lengths every row counts as one of mean length.
            var ratio = mean > 0 ? LengthCode.Decoded[code] / mean : 1;
            _damping[code] = fields.K1 * (1 - fields.B + (fields.B * ratio));
        }
    }

    /// <summary>No score is above this.</summary>
    internal float Most => Math.Max(0, _top);

    /// <summary>Hits that weigh less than this do not reach a score, however short the row is.</summary>
    internal float LeastWeight(float score)
    {
        const float slack = 0.999f; // rounding must not decide
        var needed = score * slack;
        return !(needed > 0) || _top <= 0 ? 0
            : needed >= _top ? float.PositiveInfinity
            : needed * _damping[0] / (_top - needed);
    }

    /// <summary>The length codes to hand to <see cref="Score"/>; empty: lengths do not matter.</summary>
    internal ReadOnlySpan<byte> Lengths => _group < 0 ? [] : _table.LengthsOf(_group);

    /// <summary>The score of a row whose hits weigh so much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float Score(float weight, ReadOnlySpan<byte> lengths, int row) =>
        _top * weight / (weight + (lengths.IsEmpty ? _damping[0] : _damping[lengths[row]]));
}
