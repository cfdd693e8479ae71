namespace Lind.Generator;

/// <summary>A small seeded generator (SplitMix64): the same seed gives the same input on every machine.</summary>
internal struct Rng(ulong seed)
{
    private ulong _state = seed;

    public static Rng For(ulong seed, ulong item)
    {
        var rng = new Rng(unchecked((seed * 0x9E3779B97F4A7C15UL) ^ (item * 0xD1B54A32D192ED03UL)));
        rng.Next();
        return rng;
    }

    public ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Fraction() < probability;

    /// <summary>How many events pass until one of the given rate happens (0 or more).</summary>
    public int Gap(double rate) => (int)Math.Min(1_000_000, Math.Log(1 - Fraction()) / Math.Log(1 - rate));
}
