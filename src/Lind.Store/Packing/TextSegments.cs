using System.Numerics;
using System.Runtime.Intrinsics;

namespace Lind.Store.Packing;

/// <summary>Cuts the text of a value into segments: a word with the space before it, a run of marks (line ends as JSON
/// escapes them, bullets, commas), a run of bytes that are not ASCII. Together the segments are the text.</summary>
/// <remarks>A space goes with the word behind it because that is how words come again: <c> patients</c>.</remarks>
internal static class TextSegments
{
    /// <summary>The end of the segment that starts at <paramref name="start"/>.</summary>
    /// <param name="json">The whole record. What follows a value (a quote, a comma, a bracket) ends every word, so
    /// words can be looked at past <paramref name="end"/>, sixteen bytes at once.</param>
    /// <param name="start">Below <paramref name="end"/>.</param>
    /// <param name="end">Where the value ends.</param>
    public static int EndOf(ReadOnlySpan<byte> json, int start, int end)
    {
        var first = json[start];
        if (first >= 0x80)
        {
            return EndOfNotAscii(json, start, end);
        }

        var word = first == (byte)' ' ? start + 1 : start;
        var wordEnd = Math.Min(EndOfWord(json, word), end);
        return wordEnd > word ? wordEnd : EndOfMarks(json, start, end);
    }

    private static int EndOfWord(ReadOnlySpan<byte> json, int start)
    {
        while (json.Length - start >= Vector128<byte>.Count)
        {
            var bytes = Vector128.Create(json.Slice(start, Vector128<byte>.Count));
            var others = ~WordBytes(bytes).ExtractMostSignificantBits() & ushort.MaxValue;
            if (others != 0)
            {
                return start + BitOperations.TrailingZeroCount(others);
            }

            start += Vector128<byte>.Count;
        }

        while (start < json.Length && IsWord(json[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsWord(byte value) => char.IsAsciiLetterOrDigit((char)value);

    // 0xFF where the byte is an ASCII letter or digit.
    private static Vector128<byte> WordBytes(Vector128<byte> bytes)
    {
        var letters = Vector128.LessThan(
            (bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
        var digits = Vector128.LessThan(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
        return letters | digits;
    }

    private static int EndOfNotAscii(ReadOnlySpan<byte> json, int start, int end)
    {
        var length = json[start..end].IndexOfAnyInRange((byte)0, (byte)0x7F);
        return length < 0 ? end : start + length;
    }

    private static int EndOfMarks(ReadOnlySpan<byte> json, int start, int end)
    {
        var position = start;
        while (position < end)
        {
            var value = json[position];
            var hasNext = position + 1 < end;
            if (value == (byte)'\\' && hasNext && json[position + 1] < 0x80)
            {
                position += 2;
                continue;
            }

            if (IsWord(value) || value >= 0x80 || (value == (byte)' ' && hasNext && IsWord(json[position + 1])))
            {
                break;
            }

            position++;
        }

        return position;
    }
}
