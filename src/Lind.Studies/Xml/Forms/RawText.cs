using System.Text;

namespace Lind.Studies.Xml.Forms;

/// <summary>Text that the XML carries as typed (descriptions of arms, outcomes, results) to markup.</summary>
/// <remarks>Every line is a paragraph; lines that begin with a dash, a star or a number are list items, and items of
/// one list follow each other without a blank line.</remarks>
internal static class RawText
{
    public static string? ToMarkup(string raw)
    {
        if (!raw.Contains('\n', StringComparison.Ordinal))
        {
            return OneLine(raw.AsSpan().Trim());
        }

        var target = new StringBuilder(raw.Length + 16);
        var wasMarker = '\0';
        foreach (var line in raw.AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            if (text.IsEmpty)
            {
                continue;
            }

            var (marker, length) = MarkerOf(text);
            if (target.Length > 0)
            {
                target.Append(marker != '\0' && marker == wasMarker ? "\n" : "\n\n");
            }

            WriteLine(target, text, marker, length);
            wasMarker = marker;
        }

        return target.Length == 0 ? null : target.ToString();
    }

    private static string? OneLine(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        var target = new StringBuilder(text.Length + 16);
        MarkupText.AppendParagraph(target, text);
        return target.ToString();
    }

    private static void WriteLine(StringBuilder target, ReadOnlySpan<char> text, char marker, int length)
    {
        switch (marker)
        {
            case '\0':
                break;
            case '*':
                target.Append("* ");
                break;
            default:
                target.Append(text[..length]).Append(' ');
                break;
        }

        MarkupText.AppendParagraph(target, marker == '\0' ? text : text[length..].TrimStart());
    }

    /// <summary>'*' for a bullet, '1' for a number, with the length of the marker; '\0' for none.</summary>
    private static (char Marker, int Length) MarkerOf(ReadOnlySpan<char> text)
    {
        if (text is ['-' or '*' or '•', ' ' or '\t', _, ..])
        {
            return ('*', 1);
        }

        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 4 && text[digits] == '.' && digits + 2 < text.Length && text[digits + 1] == ' '
            ? ('1', digits + 1) : ('\0', 0);
    }
}
