using System.Buffers;

namespace Lind.Registry.Importing;

/// <summary>Takes the white space between tokens out of valid JSON. Nothing else changes: numbers, escapes and the
/// order of members stay as they came.</summary>
internal static class CompactJson
{
    private static readonly SearchValues<byte> Stops = SearchValues.Create("\" \t\r\n"u8);
    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\"u8);

    /// <summary>The same bytes if there is no white space to take out.</summary>
    /// <param name="json">Valid JSON.</param>
    public static byte[] Of(byte[] json)
    {
        if (FindBlank(json, 0) < 0)
        {
            return json;
        }

        var compact = new byte[json.Length];
        var length = 0;
        var position = 0;
        while (position < json.Length)
        {
            var blank = FindBlank(json, position);
            var end = blank < 0 ? json.Length : blank;
            json.AsSpan(position, end - position).CopyTo(compact.AsSpan(length));
            length += end - position;
            position = end;
            while (position < json.Length && json[position] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                position++;
            }
        }

        return compact[..length];
    }

    // The next white space outside of strings; position must be outside of one too.
    private static int FindBlank(ReadOnlySpan<byte> json, int position)
    {
        while (position < json.Length)
        {
            var next = json[position..].IndexOfAny(Stops);
            if (next < 0)
            {
                return -1;
            }

            position += next;
            if (json[position] != (byte)'"')
            {
                return position;
            }

            position = SkipString(json, position + 1);
        }

        return -1;
    }

    private static int SkipString(ReadOnlySpan<byte> json, int position)
    {
        while (true)
        {
            position += json[position..].IndexOfAny(StringStops);
            if (json[position] == (byte)'"')
            {
                return position + 1;
            }

            position += 2;
        }
    }
}
