using System.Runtime.CompilerServices;

namespace Lind.Index.Postings;

/// <summary>The codes of hit profiles, those of the most used ones kept unpacked once they were asked for. Thread-safe.</summary>
/// <remarks>Profiles are numbered by falling use. Reading positions walks the codes of every row that is passed over, too:
/// the walk through packed profiles took a fourth of a phrase's time. Unpacked a chunk at a time, when one is first asked for:
/// all at once was half a second of every first phrase among 600,000 records.</remarks>
internal sealed class FrequentProfiles
{
    private const int MostKept = 1 << 20; // about 20 MB
    private const int ChunkBits = 9;
    private const int ChunkSize = 1 << ChunkBits;
    private const ushort NotKept = 0; // no codes stand at the start of a chunk: offsets do

    private static readonly ushort[] Empty = new ushort[ChunkSize + 1];
    private readonly ProfileReader _profiles;
    private readonly int _kept;
    private readonly int _firstAside; // codes from here on are of fields that are aside
    private readonly ushort[]?[] _chunks; // of each profile an offset; there: how many codes, how many of them not aside, codes

    /// <param name="profiles">The profiles.</param>
    /// <param name="asideFrom">Fields from this number on are aside.</param>
    internal FrequentProfiles(ProfileReader profiles, int asideFrom)
    {
        (_profiles, _firstAside) = (profiles, HitProfile.Code(asideFrom, 1));
        _kept = Math.Min(MostKept, profiles.Count);
        _chunks = new ushort[]?[(_kept + ChunkSize - 1) >> ChunkBits];
    }

    /// <summary>The codes of a profile, ascending.</summary>
    /// <param name="profile">The profile's number.</param>
    /// <param name="scratch">Where they may be unpacked; grows as needed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal SplitCodes CodesOf(uint profile, ref ushort[] scratch)
    {
        if (profile < (uint)_kept)
        {
            var chunk = _chunks[profile >> ChunkBits] ?? Make(profile >> ChunkBits);
            var at = chunk[profile & (ChunkSize - 1)];
            if (at != NotKept)
            {
                return new SplitCodes(chunk.AsSpan(at + 2, chunk[at]), chunk[at + 1]);
            }
        }

        return Unpack(profile, ref scratch);
    }

    /// <summary>Brings the codes of some profiles near: asked for one by one each would wait for the memory, asked for together
    /// they wait at the same time. Returns a number that means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Fetch(ReadOnlySpan<uint> profiles)
    {
        var sum = 0;
        foreach (var profile in profiles)
        {
            var chunk = profile < (uint)_kept ? _chunks[profile >> ChunkBits] ?? Empty : Empty;
            sum += chunk[chunk[profile & (ChunkSize - 1)]];
        }

        return sum;
    }

    // Threads that make the same chunk at the same time write the same.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ushort[] Make(uint number)
    {
        var first = (int)number << ChunkBits;
        var codes = new List<ushort>(ChunkSize * 10);
        codes.AddRange(Empty.AsSpan(0, ChunkSize));
        var walk = _profiles.From((uint)first);
        for (var i = 0; i < ChunkSize && first + i < _kept; i++)
        {
            var at = codes.Count;
            codes.AddRange([0, 0]);
            foreach (var code in walk.Next())
            {
                codes.Add(code);
                codes[at]++;
                codes[at + 1] += (ushort)(code < _firstAside ? 1 : 0);
            }

            if (codes.Count > ushort.MaxValue)
            {
                codes.RemoveRange(at, codes.Count - at);
                break; // the others are unpacked each time
            }

            codes[i] = (ushort)at;
        }

        var chunk = codes.ToArray();
        Volatile.Write(ref _chunks[number], chunk);
        return chunk;
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
