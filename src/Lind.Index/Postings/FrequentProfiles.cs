using System.Runtime.CompilerServices;

namespace Lind.Index.Postings;

/// <summary>The codes of hit profiles, those of the most used ones kept unpacked. Thread-safe.</summary>
/// <remarks>Profiles are numbered by falling use. Reading positions walks the codes of every row that is passed over, too:
/// the walk through packed profiles took a fourth of a phrase's time.</remarks>
internal sealed class FrequentProfiles
{
    private const int MostKept = 1 << 17; // about 3 MB
    private readonly ProfileReader _profiles;
    private readonly int[] _starts;
    private readonly ushort[] _codes;

    internal FrequentProfiles(ProfileReader profiles)
    {
        _profiles = profiles;
        _starts = new int[Math.Min(MostKept, profiles.Count) + 1];
        var codes = new List<ushort>(_starts.Length * 4);
        for (var profile = 0; profile + 1 < _starts.Length; profile++)
        {
            foreach (var code in profiles[(uint)profile])
            {
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
    internal ReadOnlySpan<ushort> CodesOf(uint profile, ref ushort[] scratch) =>
        profile + 1 < (uint)_starts.Length
            ? _codes.AsSpan(_starts[profile], _starts[profile + 1] - _starts[profile])
            : Unpack(profile, ref scratch);

    /// <summary>Copies the codes of a profile; returns how many they are.</summary>
    internal int CopyTo(uint profile, ref ushort[] target)
    {
        var codes = CodesOf(profile, ref target);
        if (codes.Length > target.Length)
        {
            Array.Resize(ref target, Math.Max(16, codes.Length * 2));
        }

        codes.CopyTo(target);
        return codes.Length;
    }

    private ReadOnlySpan<ushort> Unpack(uint profile, ref ushort[] scratch)
    {
        var count = 0;
        foreach (var code in _profiles[profile])
        {
            if (count == scratch.Length)
            {
                Array.Resize(ref scratch, Math.Max(16, count * 2));
            }

            scratch[count++] = code;
        }

        return scratch.AsSpan(0, count);
    }
}
