namespace Lind.Index.Postings;

/// <summary>How a posting's hits are spread over text fields: one code for each field that was hit, ascending by
/// field.</summary>
/// <remarks>A code is <c>field * 4 + min(hits, 4) - 1</c>; the exact number above three stands with the
/// positions.</remarks>
internal static class HitProfile
{
    /// <summary>From this number of hits on a code stands for "so many or more".</summary>
    internal const int Many = 4;

    /// <summary>How many hits a code with <see cref="Many"/> counts as in scoring: the typical number.</summary>
    internal const float ManyCountsAs = 6;

    internal static ushort Code(int field, int hits) => (ushort)((field << 2) | (Math.Min(hits, Many) - 1));

    internal static int FieldOf(ushort code) => code >> 2;

    /// <summary>The number of hits, up to <see cref="Many"/>.</summary>
    internal static int HitsOf(ushort code) => (code & 3) + 1;
}
