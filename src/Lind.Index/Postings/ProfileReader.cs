using Lind.Index.Encoding;
using Lind.Index.Storage;

namespace Lind.Index.Postings;

/// <summary>Reads a table's hit profiles, numbered by falling use; see <see cref="HitProfile"/>. Thread-safe.</summary>
/// <remarks>
/// <code>
/// profiles   each: length of the codes in bytes: var-int | first code: var-int | further codes less the one before: var-int
/// starts     the offset of every 8th profile: u32
/// </code>
/// Example: one hit in field 1 (code 4) and two in field 3 (code 13): <c>02 04 09</c>.
/// </remarks>
internal readonly struct ProfileReader(Region starts, Region profiles, int count)
{
    internal const int GroupSize = 8;

    /// <summary>How many profiles there are.</summary>
    internal int Count => count;

    /// <summary>The codes of a profile.</summary>
    internal ProfileCodes this[uint profile]
    {
        get
        {
            var bytes = profiles.From(starts.As<uint>()[(int)(profile / GroupSize)], int.MaxValue);
            var at = 0;
            for (var before = profile % GroupSize; before > 0; before--)
            {
                var skipped = VarInt.ReadInt(bytes, ref at);
                at += skipped;
            }

            var length = VarInt.ReadInt(bytes, ref at);
            return new ProfileCodes(bytes.Slice(at, length));
        }
    }

    /// <summary>Goes through the profiles from one on that starts a group.</summary>
    internal ProfileWalk From(uint profile) => new(profiles.From(starts.As<uint>()[(int)(profile / GroupSize)], int.MaxValue));

    /// <summary>Writes profiles.</summary>
    internal static (Section Starts, Section Profiles) Write(IndexOutput output, ProfileSet set)
    {
        var starts = new UIntBuffer();
        var bytes = new ByteBuffer();
        var one = new ByteBuffer();
        for (var profile = 0; profile < set.Count; profile++)
        {
            if (profile % GroupSize == 0)
            {
                starts.Add((uint)bytes.Length);
            }

            one.Clear();
            var last = 0;
            foreach (var code in set[profile])
            {
                one.WriteVarInt((uint)(code - last));
                last = code;
            }

            bytes.WriteVarInt((uint)one.Length);
            bytes.Write(one.Written);
        }

        var startsSection = new Section(output.Align(), starts.Count * 4L);
        output.WriteValues<uint>(starts.Values);
        var section = new Section(output.Align(), bytes.Length);
        output.Write(bytes.Written);
        return (startsSection, section);
    }
}

/// <summary>Profile after profile.</summary>
internal ref struct ProfileWalk(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>The codes of the next profile.</summary>
    internal ProfileCodes Next()
    {
        var length = VarInt.ReadInt(_bytes, ref _at);
        _at += length;
        return new ProfileCodes(_bytes.Slice(_at - length, length));
    }
}

/// <summary>The codes of one profile, to go through once.</summary>
internal ref struct ProfileCodes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _code;

    public readonly ushort Current => (ushort)_code;

    public readonly ProfileCodes GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_at >= _bytes.Length)
        {
            return false;
        }

        _code += VarInt.ReadInt(_bytes, ref _at);
        return true;
    }
}
