using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>The codes of hit profiles that are not aside, 16 bytes each, unpacked once they were asked for. Thread-safe.</summary>
/// <remarks>
/// <code>slot: up to 15 codes, ascending: u8 each | what there is: u8: codes + 1; 255: it does not fit</code>
/// A profile's codes are one miss of the caches instead of two, and no loop over their number. The 63 fields with the most words
/// have codes of a byte, in the order of the fields; what has others, or more than 15 codes (12,800 of 11 million profiles of
/// 600,000 studies), does not fit.
/// </remarks>
internal sealed class ProfileSlots
{
    /// <summary>Where a slot tells what there is.</summary>
    internal const int Head = 15;

    /// <summary>The profile does not fit.</summary>
    internal const byte Unfit = 255;

    /// <summary>From this number on nothing is a code of a slot.</summary>
    internal const int Codes = 256;

    private const int MostFields = 63;
    private const int HitWays = 4;
    private const int MostKept = 1 << 21; // 32 MB, of which only what was asked for takes memory
    private readonly ProfileReader _profiles;
    private readonly byte[] _slotCodes; // by code; Unfit: none
    private readonly ushort[] _codes = new ushort[Codes];

    // Two halves for each profile. Invariant: the second half, which has the head, is written last and read first, so that a thread
    // that finds a head finds the codes too.
    private readonly ulong[] _kept;

    /// <param name="profiles">The profiles.</param>
    /// <param name="asideFrom">Fields from this number on are aside.</param>
    /// <param name="fieldTokens">How many words each field has.</param>
    internal ProfileSlots(ProfileReader profiles, int asideFrom, long[] fieldTokens)
    {
        _profiles = profiles;
        _kept = new ulong[2 * Math.Min(MostKept, profiles.Count)];
        _slotCodes = new byte[asideFrom * HitWays];
        Array.Fill(_slotCodes, Unfit);
        var number = 0;
        foreach (var field in Enumerable.Range(0, asideFrom).OrderByDescending(field => fieldTokens[field]).Take(MostFields).Order())
        {
            for (var hits = 1; hits <= HitWays; hits++)
            {
                _codes[number] = HitProfile.Code(field, hits);
                _slotCodes[_codes[number]] = (byte)number++;
            }
        }
    }

    /// <summary>The profile code behind each code of a slot.</summary>
    internal ReadOnlySpan<ushort> ProfileCodes => _codes;

    /// <summary>Profile codes from here on are aside.</summary>
    internal int Asides => _slotCodes.Length;

    /// <summary>The slot of a profile.</summary>
    internal Vector128<byte> this[uint profile]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var at = 2 * profile;
            if (at >= (uint)_kept.Length)
            {
                return SlotOf(_profiles[profile]);
            }

            var second = Volatile.Read(ref _kept[at + 1]);
            return second != 0 ? Vector128.Create(_kept[at], second).AsByte() : Unpack(profile);
        }
    }

    /// <summary>Asks for the memory of a slot, so that slots that will be read soon are waited for together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Expect(uint profile)
    {
        if (2 * profile < (uint)_kept.Length)
        {
            Ahead.Fetch(ref _kept[2 * profile]);
        }
    }

    /// <summary>The codes of a profile that are not aside; valid until the thread asks for another.</summary>
    internal ReadOnlySpan<ushort> CodesOf(uint profile)
    {
        var codes = _profiles[profile];
        var mains = codes.Length;
        while (mains > 0 && codes[mains - 1] >= _slotCodes.Length)
        {
            mains--;
        }

        return codes[..mains];
    }

    /// <summary>Unpacks what is kept: for those who have time.</summary>
    /// <param name="pause">Called now and then.</param>
    internal void Fill(Action pause)
    {
        const int atOnce = 1 << 14;
        for (var first = 0U; 2 * first < (uint)_kept.Length; first += ProfileReader.GroupSize)
        {
            UnpackGroup(first);
            if (first % atOnce == 0)
            {
                pause();
            }
        }
    }

    // Whoever finds one profile has walked through half of its group: the others cost as much again.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Vector128<byte> Unpack(uint profile)
    {
        UnpackGroup(profile - (profile % ProfileReader.GroupSize));
        return Vector128.Create(_kept[2 * profile], _kept[(2 * profile) + 1]).AsByte();
    }

    // Threads that do it at the same time write the same.
    private void UnpackGroup(uint first)
    {
        var walk = _profiles.Group(first);
        var end = Math.Min(2 * (first + ProfileReader.GroupSize), (uint)_kept.Length);
        for (var at = 2 * first; at < end; at += 2)
        {
            var slot = SlotOf(walk.Next()).AsUInt64();
            _kept[at] = slot.GetElement(0);
            Volatile.Write(ref _kept[at + 1], slot.GetElement(1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector128<byte> SlotOf(ReadOnlySpan<ushort> codes)
    {
        Span<byte> slot = stackalloc byte[Vector128<byte>.Count];
        slot.Clear();
        var count = 0;
        foreach (var code in codes)
        {
            if (code >= _slotCodes.Length)
            {
                break;
            }

            if (count == Head || _slotCodes[code] == Unfit)
            {
                slot[Head] = Unfit;
                return Vector128.Create<byte>(slot);
            }

            slot[count++] = _slotCodes[code];
        }

        slot[Head] = (byte)(count + 1);
        return Vector128.Create<byte>(slot);
    }
}
