using Lind.Index.Encoding;
using Lind.Index.Storage;

namespace Lind.Index.Postings;

/// <summary>Reads a table's hit profiles, numbered by falling use, those of equal use by their codes; see
/// <see cref="HitProfile"/>. Thread-safe.</summary>
/// <remarks>
/// <code>
/// profiles   each: head: u8 = codes shared with the profile before × 16 + further codes, a half of 15 means 15 and more:
///            [the number less 15: var-int] for either half of 15 | further codes, each less the one before: var-int
/// starts     the offset of every 16th profile, which shares nothing: u32
/// </code>
/// Nine profiles in ten are used once or twice: sorted they share half of their codes. Example: one hit in field 1 (code 4) and two
/// in field 3 (code 13), then one hit in field 1 and three in field 3 (code 14): <c>02 04 09 | 11 0A</c>.
/// </remarks>
internal readonly struct ProfileReader(Region starts, Region profiles, int count)
{
    internal const int GroupSize = 16;
    internal const int Half = 15;

    [ThreadStatic]
    private static ushort[]? _scratch;

    /// <summary>How many profiles there are.</summary>
    internal int Count => count;

    /// <summary>The codes of a profile; valid until the thread asks for another.</summary>
    internal ReadOnlySpan<ushort> this[uint profile]
    {
        get
        {
            var walk = WalkFrom(profile, _scratch ??= new ushort[Schemas.TableSchema.MaxTextFields]);
            for (var before = profile % GroupSize; before > 0; before--)
            {
                walk.Next();
            }

            return walk.Next();
        }
    }

    /// <summary>Goes through the profiles from one on that starts a group.</summary>
    internal ProfileWalk From(uint profile) => WalkFrom(profile, new ushort[Schemas.TableSchema.MaxTextFields]);

    /// <summary>Goes through the profiles of a group; valid until the thread asks for another profile.</summary>
    internal ProfileWalk Group(uint first) => WalkFrom(first, _scratch ??= new ushort[Schemas.TableSchema.MaxTextFields]);

    /// <summary>Writes profiles.</summary>
    internal static (Section Starts, Section Profiles) Write(IndexOutput output, ProfileSet set)
    {
        var starts = new UIntBuffer();
        var bytes = new ByteBuffer();
        ReadOnlySpan<ushort> before = [];
        for (var profile = 0; profile < set.Count; profile++)
        {
            var codes = set[profile];
            if (profile % GroupSize == 0)
            {
                starts.Add((uint)bytes.Length);
                before = [];
            }

            WriteOne(codes, codes.CommonPrefixLength(before), bytes);
            before = codes;
        }

        var startsSection = new Section(output.Align(), starts.Count * 4L);
        output.WriteValues<uint>(starts.Values);
        var section = new Section(output.Align(), bytes.Length);
        output.Write(bytes.Written);
        return (startsSection, section);
    }

    private ProfileWalk WalkFrom(uint profile, ushort[] scratch) => count == 0
        ? new([], scratch)
        : new(profiles.From(starts.As<uint>()[(int)(profile / GroupSize)], int.MaxValue), scratch);

    private static void WriteOne(ReadOnlySpan<ushort> codes, int shared, ByteBuffer target)
    {
        var further = codes.Length - shared;
        target.WriteByte((byte)((Math.Min(Half, shared) << 4) | Math.Min(Half, further)));
        foreach (var number in (ReadOnlySpan<int>)[shared, further])
        {
            if (number >= Half)
            {
                target.WriteVarInt((uint)(number - Half));
            }
        }

        var last = shared == 0 ? 0 : codes[shared - 1];
        foreach (var code in codes[shared..])
        {
            target.WriteVarInt((uint)(code - last));
            last = code;
        }
    }
}

/// <summary>Profile after profile.</summary>
internal ref struct ProfileWalk(ReadOnlySpan<byte> bytes, ushort[] scratch)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _count;

    /// <summary>The codes of the next profile; valid until the call after this. Requires: there is one.</summary>
    internal ReadOnlySpan<ushort> Next()
    {
        int head = _bytes[_at++];
        var shared = ReadNumber(head >> 4);
        var further = ReadNumber(head & ProfileReader.Half);
        if (shared > _count)
        {
            throw new InvalidDataException("a profile that shares more than there is");
        }

        var code = shared == 0 ? 0 : scratch[shared - 1];
        _count = shared;
        for (; further > 0; further--)
        {
            code += VarInt.ReadInt(_bytes, ref _at);
            scratch[_count++] = (ushort)code;
        }

        return scratch.AsSpan(0, _count);
    }

    private int ReadNumber(int half) => half < ProfileReader.Half ? half : ProfileReader.Half + VarInt.ReadInt(_bytes, ref _at);
}
