using System.Runtime.CompilerServices;

namespace Lind.Index.Postings;

/// <summary>The codes of hit profiles, those of the most used ones kept unpacked. Thread-safe.</summary>
/// <remarks>Profiles are numbered by falling use. Reading positions walks the codes of every row that is passed over, too:
/// the walk through packed profiles took a fourth of a phrase's time.</remarks>
internal sealed class FrequentProfiles
{
    private const int MostKept = 1 << 20; // about 20 MB
    private readonly ProfileReader _profiles;
    private readonly int _firstAside; // codes from here on are of fields that are aside
    private readonly int[] _starts;
    private readonly ushort[] _codes; // of each profile: how many are not aside, then all

    /// <param name="profiles">The profiles.</param>
    /// <param name="asideFrom">Fields from this number on are aside.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal FrequentProfiles(ProfileReader profiles, int asideFrom)
    {
        (_profiles, _firstAside) = (profiles, HitProfile.Code(asideFrom, 1));
        _starts = new int[Math.Min(MostKept, profiles.Count) + 1];
        var codes = new List<ushort>(_starts.Length * 6);
        for (var profile = 0; profile + 1 < _starts.Length; profile++)
        {
            var start = codes.Count;
            codes.Add(0);
            foreach (var code in profiles[(uint)profile])
            {
                codes[start] += (ushort)(code < _firstAside ? 1 : 0);
                codes.Add(code);
            }

            _starts[profile + 1] = codes.Count;
        }

        _codes = [.. codes];
    }

    /// <summary>The codes of a profile, ascending.</summary>
    /// <param name="profile">The profile's number.</param>
    /// <param name="scratch">Where they may be unpacked; grows as needed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal SplitCodes CodesOf(uint profile, ref ushort[] scratch)
    {
        if (profile + 1 >= (uint)_starts.Length)
        {
            return Unpack(profile, ref scratch);
        }

        var (start, end) = (_starts[profile], _starts[profile + 1]);
        return new SplitCodes(_codes.AsSpan(start + 1, end - start - 1), _codes[start]);
    }

    /// <summary>Brings the codes of some profiles near: asked for one by one each would wait for the memory, asked for together
    /// they wait at the same time. Returns a number that means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Fetch(ReadOnlySpan<uint> profiles)
    {
        var starts = _starts;
        var codes = _codes;
        var sum = 0;
        foreach (var profile in profiles)
        {
            sum += codes[profile + 1 < (uint)starts.Length ? starts[profile] : 0];
        }

        return sum;
    }

    private SplitCodes Unpack(uint profile, ref ushort[] scratch)
    {
        var (count, mains) = (0, 0);
        foreach (var code in _profiles[profile])
        {
            if (count == scratch.Length)
            {
                Array.Resize(ref scratch, Math.Max(16, count * 2));
            }

            mains += code < _firstAside ? 1 : 0;
            scratch[count++] = code;
        }

        return new SplitCodes(scratch.AsSpan(0, count), mains);
    }
}

/// <summary>The codes of a profile, ascending.</summary>
/// <param name="all">All of them.</param>
/// <param name="mains">How many are of fields that are not aside: they stand first.</param>
internal readonly ref struct SplitCodes(ReadOnlySpan<ushort> all, int mains)
{
    /// <summary>All codes.</summary>
    internal ReadOnlySpan<ushort> All { get; } = all;

    /// <summary>Those of fields that are not aside.</summary>
    internal ReadOnlySpan<ushort> Mains => All[..mains];

    /// <summary>Those of fields that are aside.</summary>
    internal ReadOnlySpan<ushort> Asides => All[mains..];
}
