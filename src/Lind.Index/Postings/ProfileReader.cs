using Lind.Index.Storage;

namespace Lind.Index.Postings;

/// <summary>Reads a table's hit profiles.</summary>
/// <remarks>Two sections: the start of each profile, and the end of the last, as u32 counted in codes; and the codes as u16
/// (see <see cref="HitProfile"/>). Profiles are numbered by falling use.</remarks>
internal readonly struct ProfileReader(Region starts, Region codes)
{
    /// <summary>How many profiles there are.</summary>
    internal int Count => (int)(starts.Length / 4) - 1;

    /// <summary>The codes of a profile.</summary>
    internal ReadOnlySpan<ushort> this[uint profile]
    {
        get
        {
            var list = starts.As<uint>();
            var start = list[(int)profile];
            return codes.As<ushort>()[(int)start..(int)list[(int)profile + 1]];
        }
    }
}
