using Lind.Eligibility.Criteria;

namespace Lind.Eligibility.Parsing;

/// <summary>Cuts a criteria text into lines.</summary>
internal static class LineReader
{
    private const int TabWidth = 4;

    public static List<Line> Read(string text)
    {
        var lines = new List<Line>();
        var afterBlank = true;
        var start = 0;
        while (start < text.Length)
        {
            var next = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = next < 0 ? text.Length : start + next;
            if (Of(text, start, end, afterBlank) is { } line)
            {
                lines.Add(line);
                afterBlank = false;
            }
            else if (!IsSecondHalf(text, start, end))
            {
                afterBlank = true;
            }

            start = end + 1;
        }

        return lines;
    }

    // A carriage return and a line feed end one line, not two.
    private static bool IsSecondHalf(string text, int start, int end) =>
        start == end && start > 0 && text[start - 1] == '\r' && end < text.Length && text[end] == '\n';

    /// <summary>The line between two positions; null when it is blank.</summary>
    public static Line? Of(string text, int start, int end, bool afterBlank)
    {
        var indent = 0;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            indent += text[start] == '\t' ? TabWidth : 1;
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            return null;
        }

        var (length, style) = Markers.At(text.AsSpan(start, end - start));
        if (style == MarkerStyle.None)
        {
            return new Line(indent, null, TextSpan.Between(start, end), style, afterBlank);
        }

        var words = start + length;
        while (words < end && char.IsWhiteSpace(text[words]))
        {
            words++;
        }

        // A bullet without words is all there is to say.
        return words == end
            ? new Line(indent, null, TextSpan.Between(start, end), MarkerStyle.None, afterBlank)
            : new Line(indent, new TextSpan(start, length), TextSpan.Between(words, end), style, afterBlank);
    }
}
