using Lind.Index.Storage;

namespace Lind.Index.Encoding;

/// <summary>Sections in a segment's own file: offset and length as var-ints.</summary>
internal static class SectionCoding
{
    internal static void WriteSection(this ByteBuffer target, Section section)
    {
        target.WriteVarInt((ulong)section.Offset);
        target.WriteVarInt((ulong)section.Length);
    }

    internal static Section Read(ReadOnlySpan<byte> source, ref int at)
    {
        var offset = (long)VarInt.Read(source, ref at);
        return new Section(offset, (long)VarInt.Read(source, ref at));
    }
}
