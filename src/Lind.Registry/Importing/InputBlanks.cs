namespace Lind.Registry.Importing;

internal static class InputBlanks
{
    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Uses up a byte order mark and white space. False at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">There is more white space than any file has.</exception>
    public static bool SkipTo(InputWindow window, int limit, bool commas = false)
    {
        for (var skipped = 0; ;)
        {
            while (window.Bytes.IsEmpty)
            {
                if (!window.Fill())
                {
                    return false;
                }
            }

            var rest = window.Bytes.TrimStart(commas ? " \t\r\n,"u8 : Blanks);
            var blank = window.Bytes.Length - rest.Length;
            window.Use(blank);
            if (rest.Length > 0)
            {
                return true;
            }

            skipped += blank;
            if (skipped > limit)
            {
                throw new InvalidDataException("More than a megabyte of white space.");
            }
        }
    }

    /// <summary>Uses up a byte order mark, if the input begins with one.</summary>
    public static void SkipMark(InputWindow window)
    {
        while (window.Bytes.Length < Utf8Mark.Length && window.Fill())
        {
            // Three bytes are needed to tell.
        }

        if (window.Bytes.StartsWith(Utf8Mark))
        {
            window.Use(Utf8Mark.Length);
        }
    }
}
