using System.Globalization;

namespace Lind.Eligibility.Parsing;

/// <summary>Recognises the bullet or number that begins a line.</summary>
internal static class Markers
{
    // No list of criteria runs to four digits, but years do.
    private const int MaxDigits = 3;
    private const int MaxRoman = 5;
    private static readonly System.Buffers.SearchValues<char> RomanDigits =
        System.Buffers.SearchValues.Create("ivxIVX");

    /// <summary>The marker's length and style; <see cref="MarkerStyle.None"/> when the line begins with words.
    /// </summary>
    public static (int Length, MarkerStyle Style) At(ReadOnlySpan<char> line)
    {
        var bullet = Bullet(line);
        return bullet.Style != MarkerStyle.None ? bullet : Number(line);
    }

    /// <summary>The number a line has in its list; null when it has none or a compound one such as 1.2.</summary>
    public static int? NumberOf(string text, Line line)
    {
        if (line.Marker is not { } marker
            || line.Style is not (MarkerStyle.NumberDot or MarkerStyle.NumberParenthesis))
        {
            return null;
        }

        var label = text.AsSpan(marker.Start, marker.Length).Trim("(\\.)");
        return int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static (int Length, MarkerStyle Style) Bullet(ReadOnlySpan<char> line)
    {
        // The registry writes \- and \+ where a record's own dash or plus might be taken for markup.
        var at = line[0] == '\\' && line.Length > 1 ? 1 : 0;
        var style = line[at] switch
        {
            '*' => MarkerStyle.Star,
            '-' or '–' or '—' or '−' => MarkerStyle.Dash,
            '•' or '·' or '●' or '∙' or '▪' or '■' or '‣' or '\uF0B7' or '\uF0A7' => MarkerStyle.Dot,
            '◦' or '○' or '⚬' => MarkerStyle.Circle,
            '►' or '➢' or '➤' or '✓' or '✔' or '♦' or '◆' or '□' or '❖' or '※' or '→' => MarkerStyle.Symbol,
            '+' or '#' or 'o' => MarkerStyle.Symbol,
            _ => MarkerStyle.None,
        };
        var end = at + 1;
        var spaced = end < line.Length && char.IsWhiteSpace(line[end]);
        var takesSpace = line[at] is '+' or '#' or 'o' or '→' || at == 1;

        // A dash glued to a digit is a minus sign; an asterisk glued to words or another asterisk is a footnote.
        var glued = end < line.Length && char.IsLetter(line[end]) && line[at] is not '*';
        var symbol = line[at] > '\u2010' && style != MarkerStyle.Dash;
        return style != MarkerStyle.None && (spaced || (!takesSpace && (glued || symbol)))
            ? (end, style)
            : (0, MarkerStyle.None);
    }

    private static (int Length, MarkerStyle Style) Number(ReadOnlySpan<char> line)
    {
        var open = line[0] == '(' ? 1 : 0;
        var label = Label(line[open..]);
        if (label == 0 || open + label >= line.Length)
        {
            return (0, MarkerStyle.None);
        }

        var end = open + label;
        end += line[end] == '\\' && end + 1 < line.Length ? 1 : 0;
        var closing = line[end];
        if (closing is not ('.' or ')') || (open == 1 && closing != ')'))
        {
            return (0, MarkerStyle.None);
        }

        end++;
        // "1." before anything but a digit; "a." only before a space, or abbreviations would be numbers.
        var isNumber = char.IsAsciiDigit(line[open]);
        var ends = end == line.Length || char.IsWhiteSpace(line[end]);
        var fits = ends || (isNumber && (closing == ')' || !char.IsAsciiDigit(line[end])))
            || (!isNumber && closing == ')');
        return fits ? (end, Style(line.Slice(open, label), closing)) : (0, MarkerStyle.None);
    }

    private static int Label(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? line.Length : digits;
        if (digits > 0)
        {
            return digits <= MaxDigits ? SubNumbers(line, digits) : 0;
        }

        var roman = line.IndexOfAnyExcept(RomanDigits);
        roman = roman < 0 ? line.Length : roman;
        return roman is > 0 and <= MaxRoman ? roman : line.Length > 0 && char.IsAsciiLetter(line[0]) ? 1 : 0;
    }

    // "1.2" and "3.1.4" before the closing sign.
    private static int SubNumbers(ReadOnlySpan<char> line, int length)
    {
        while (length + 1 < line.Length && line[length] == '.' && char.IsAsciiDigit(line[length + 1]))
        {
            var more = line[(length + 1)..].IndexOfAnyExceptInRange('0', '9');
            more = more < 0 ? line.Length - length - 1 : more;
            var after = length + 1 + more;
            if (more > 2 || after >= line.Length || line[after] is not ('.' or ')'))
            {
                break;
            }

            length = after;
        }

        return length;
    }

    private static MarkerStyle Style(ReadOnlySpan<char> label, char closing)
    {
        var dot = closing == '.';
        if (char.IsAsciiDigit(label[0]))
        {
            return dot ? MarkerStyle.NumberDot : MarkerStyle.NumberParenthesis;
        }

        if (label.Length > 1 || label[0] is 'i' or 'I')
        {
            return dot ? MarkerStyle.RomanDot : MarkerStyle.RomanParenthesis;
        }

        return (char.IsAsciiLetterUpper(label[0]), dot) switch
        {
            (true, true) => MarkerStyle.CapitalDot,
            (true, false) => MarkerStyle.CapitalParenthesis,
            (false, true) => MarkerStyle.LetterDot,
            _ => MarkerStyle.LetterParenthesis,
        };
    }
}
