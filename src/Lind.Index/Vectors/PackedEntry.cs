namespace Lind.Index.Vectors;

/// <summary>A key of 24 bits and a weight of 8 bits in one number: an entry of a sparse vector (key = term) or of a
/// term's list (key = document).</summary>
public static class PackedEntry
{
    /// <summary>How many keys there are.</summary>
    public const int Keys = 1 << 24;

    /// <summary>Packs both. Requires: the key is below <see cref="Keys"/>.</summary>
    public static uint Of(int key, byte weight) => ((uint)key << 8) | weight;

    /// <summary>The key.</summary>
    public static int Key(uint entry) => (int)(entry >> 8);

    /// <summary>The weight.</summary>
    public static int Weight(uint entry) => (int)(entry & 0xFF);
}
