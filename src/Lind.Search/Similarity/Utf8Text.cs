namespace Lind.Search.Similarity;

/// <summary>Parts of UTF-8 text.</summary>
internal static class Utf8Text
{
    /// <summary>The text's head, at most so many bytes, not cutting a character.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        while (most > 0 && (text[most] & 0xC0) == 0x80)
        {
            most--;
        }

        return text[..most];
    }
}
