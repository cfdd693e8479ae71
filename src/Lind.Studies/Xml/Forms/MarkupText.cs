using System.Text;

namespace Lind.Studies.Xml.Forms;

/// <summary>Text of the XML to the registry's markup (a subset of CommonMark).</summary>
internal static class MarkupText
{
    /// <summary>A text as its submitter typed it: line breaks and special characters are made safe.</summary>
    public static string? FromRaw(string raw) => RawText.ToMarkup(raw);

    /// <summary>A <c>textblock</c>: indented, wrapped at some 100 characters, lists drawn with dashes.</summary>
    public static string? FromBlock(string block) => TextBlock.ToMarkup(block);

    /// <summary>Appends text with the escapes that the registry writes.</summary>
    /// <remarks>Which characters: read off the shared v2 records, where each of these is always escaped; an underscore
    /// inside a word is not. Runs of blanks become one.</remarks>
    public static void AppendEscaped(StringBuilder target, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter is '\\' or '*' or '[' or ']' or '<' or '>' or '^' or '~' or '&' or '`' or '|'
                || (letter == '_' && !IsInsideWord(text, i)))
            {
                target.Append('\\');
            }

            if (letter != ' ' || i == 0 || text[i - 1] != ' ')
            {
                target.Append(letter);
            }
        }
    }

    /// <summary>Appends the start of a paragraph so that it is not taken for a list: "1\. ", "\- ".</summary>
    public static void AppendParagraph(StringBuilder target, ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits is > 0 and < 10 && text[digits] is '.' or ')'
            && (digits + 1 == text.Length || text[digits + 1] == ' '))
        {
            target.Append(text[..digits]).Append('\\').Append(text[digits]);
            AppendEscaped(target, text[(digits + 1)..]);
            return;
        }

        if (text is ['-' or '+'] or ['-' or '+', ' ', ..])
        {
            target.Append('\\');
        }

        AppendEscaped(target, text);
    }

    private static bool IsInsideWord(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
