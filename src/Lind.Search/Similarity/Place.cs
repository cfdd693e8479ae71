using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>Where something stands in the learned space: bytes, strongest directions first, and what gives them length 1.
/// </summary>
/// <remarks>Kept in two parts, so that a look through all studies reads the strongest directions alone, one study after
/// another.</remarks>
internal readonly ref struct Place
{
    private readonly ReadOnlySpan<sbyte> _near;
    private readonly ReadOnlySpan<sbyte> _far;

    public Place(ReadOnlySpan<sbyte> near, ReadOnlySpan<sbyte> far, float scale)
    {
        _near = near;
        _far = far;
        Scale = scale;
    }

    /// <summary>A place in one piece.</summary>
    public Place(ReadOnlySpan<sbyte> whole, float scale)
        : this(whole[..RelatedFormat.NearWidth], whole[RelatedFormat.NearWidth..], scale)
    {
    }

    /// <summary>What gives it length 1; 0 for something that stands nowhere.</summary>
    public float Scale { get; }

    public ReadOnlySpan<sbyte> Near => _near;

    public ReadOnlySpan<sbyte> Far => _far;

    /// <summary>How near two places are: the cosine, -1 to 1; 0 when one stands nowhere.</summary>
    public static float Nearness(Place left, Place right) =>
        (ByteVectors.Dot(left._near, right._near) + ByteVectors.Dot(left._far, right._far)) * left.Scale * right.Scale;

    /// <summary>Adds the place, as a vector of length 1.</summary>
    public void AddTo(float[] sum)
    {
        for (var i = 0; i < RelatedFormat.NearWidth; i++)
        {
            sum[i] += _near[i] * Scale;
        }

        for (var i = 0; i < RelatedFormat.FarWidth; i++)
        {
            sum[RelatedFormat.NearWidth + i] += _far[i] * Scale;
        }
    }
}
