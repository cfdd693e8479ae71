using System.Runtime.CompilerServices;

namespace Lind.Index.Postings;

/// <summary>The codes of hit profiles, those of the most used ones kept unpacked once they were asked for. Thread-safe.</summary>
/// <remarks>Profiles are numbered by falling use. Reading positions walks the codes of every row that is passed over, too:
/// the walk through packed profiles took a fourth of a phrase's time. Unpacked a chunk at a time, once it has been asked for a few
/// times: all at once was half a second of every first phrase among 600,000 records.</remarks>
internal sealed class FrequentProfiles
{
    private const int MostKept = 1 << 20; // about 20 MB
    private const int ChunkBits = 9;
    private const int ChunkSize = 1 << ChunkBits;
    private const int TouchesToKeep = 16;
    private const ushort NotKept = 0; // no codes stand at the start of a chunk: offsets do

    private static readonly ushort[] Empty = new ushort[ChunkSize + 1];
    private readonly ProfileReader _profiles;
    private readonly int _kept;
    private readonly int _firstAside; // codes from here on are of fields that are aside
    private readonly byte[] _touches; // by chunk: how often it was asked for before it was kept; threads may lose count
    private readonly ushort[]?[] _chunks; // of each profile an offset; there: how many codes, how many of them not aside, codes

    /// <param name="profiles">The profiles.</param>
    /// <param name="asideFrom">Fields from this number on are aside.</param>
    internal FrequentProfiles(ProfileReader profiles, int asideFrom)
    {
        (_profiles, _firstAside) = (profiles, HitProfile.Code(asideFrom, 1));
        _kept = Math.Min(MostKept, profiles.Count);
        _chunks = new ushort[]?[(_kept + ChunkSize - 1) >> ChunkBits];
        _touches = new byte[_chunks.Length];
    }

    /// <summary>The codes of a profile, ascending.</summary>
    /// <param name="profile">The profile's number.</param>
    /// <param name="scratch">Where they may be unpacked; grows as needed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal SplitCodes CodesOf(uint profile, ref ushort[] scratch)
    {
        if (profile < (uint)_kept)
        {
            var chunk = _chunks[profile >> ChunkBits] ?? Touch(profile >> ChunkBits);
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
            var chunk = profile < (uint)_kept ? _chunks[profile >> ChunkBits] ?? Empty : Empty; // not kept: nothing to fetch
            sum += chunk[chunk[profile & (ChunkSize - 1)]];
        }

        return sum;
    }

    /// <summary>A chunk that was not kept so far; empty while it is not worth it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ushort[] Touch(uint number) => ++_touches[number] < TouchesToKeep ? Empty : Make(number);

    // Threads that make the same chunk at the same time write the same.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ushort[] Make(uint number)
    {
        var first = (int)number << ChunkBits;
        var chunk = new ushort[ChunkSize * 10];
        var walk = _profiles.From((uint)first);
        var at = ChunkSize;
        for (var i = 0; i < ChunkSize && first + i < _kept; i++)
        {
            var codes = walk.Next();
            var most = at + 2 + codes.Length;
            if (most > ushort.MaxValue)
            {
                break; // the others are unpacked each time
            }

            if (most > chunk.Length)
            {
                Array.Resize(ref chunk, Math.Max(most, chunk.Length * 2));
            }

            var end = at + 2;
            var mains = 0;
            foreach (var code in codes)
            {
                chunk[end++] = code;
                mains += code < _firstAside ? 1 : 0;
            }

            (chunk[i], chunk[at], chunk[at + 1]) = ((ushort)at, (ushort)(end - at - 2), (ushort)mains);
            at = end;
        }

        Array.Resize(ref chunk, at);
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
