using System.Globalization;
using System.Text;

namespace Lind.Studies.Xml.Forms;

/// <summary>Reads the layout of a <c>textblock</c> back into paragraphs and lists.</summary>
/// <remarks>
/// Paragraphs stand at the block's base indent, wrapped, with a blank line between. List items begin with <c>-  </c> or
/// a number that ends three columns before their text; their text and all that belongs to them starts in one column,
/// five more for each level. The very first line of a block has lost the indent of its marker.
/// <code>
///         Inclusion Criteria:
///
///           -  First item that goes on
///              here
///
///                -  An item inside it
///           9. A numbered one
///          10. The next: its text starts in the same column
/// </code>
/// Written out: items of one list follow each other without a blank line, an inner list stands under its item's text.
/// </remarks>
internal static class TextBlock
{
    /// <summary>One paragraph or list item: the column where its text starts, its lines joined.</summary>
    private readonly record struct Piece(int Column, string Marker, string Text);

    /// <summary>An item that may still hold inner pieces: its text's column in the block, and as written.</summary>
    private readonly record struct Level(int Column, string Marker, int Written);

    public static string? ToMarkup(string block)
    {
        var pieces = Read(block);
        return pieces.Count == 0 ? null : Write(pieces);
    }

    private static List<Piece> Read(string block)
    {
        var pieces = new List<Piece>();
        var text = new StringBuilder();
        var baseIndent = BaseIndent(block);
        var column = 0;
        var marker = "";
        foreach (var line in block.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            var isFirst = pieces.Count == 0 && text.Length == 0;
            var indent = trimmed.IsEmpty ? 0 : line.IndexOfAnyExcept(' ', '\t');
            var found = indent > baseIndent || (isFirst && trimmed.StartsWith("-  ")) ? MarkerOf(trimmed) : "";
            if ((trimmed.IsEmpty || found.Length > 0) && text.Length > 0)
            {
                pieces.Add(new Piece(column, marker, text.ToString()));
                text.Clear();
            }

            if (trimmed.IsEmpty)
            {
                continue;
            }

            if (text.Length == 0)
            {
                marker = found;
                var start = marker.Length + (trimmed[marker.Length..].IndexOfAnyExcept(' ') is var gap and > 0 ? gap : 0);
                column = indent + start + (marker.Length > 0 && indent == baseIndent ? 2 : 0);
                trimmed = trimmed[start..];
            }
            else
            {
                text.Append(' ');
            }

            text.Append(trimmed.IsEmpty ? " " : trimmed);
        }

        if (text.Length > 0)
        {
            pieces.Add(new Piece(column, marker, text.ToString()));
        }

        return pieces;
    }

    /// <summary>The closing tag stands on its own line, two columns left of the text.</summary>
    private static int BaseIndent(string block)
    {
        var end = block.AsSpan(block.LastIndexOf('\n') + 1);
        return end.IsWhiteSpace() ? end.Length + 2 : 0;
    }

    /// <summary>"-" before two blanks, or "1." and the like.</summary>
    private static string MarkerOf(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("-  ") || text is "-")
        {
            return "-";
        }

        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 4 && text[digits] == '.' && digits + 1 < text.Length && text[digits + 1] == ' '
            ? text[..(digits + 1)].ToString()
            : "";
    }

    private static string Write(List<Piece> pieces)
    {
        var target = new StringBuilder();
        var levels = new Stack<Level>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            while (levels.Count > 0 && levels.Peek().Column > piece.Column)
            {
                levels.Pop();
            }

            var isSibling = piece.Marker.Length > 0 && levels.Count > 0 && levels.Peek().Column == piece.Column;
            var isSameKind = isSibling && (levels.Peek().Marker == "-") == (piece.Marker == "-");
            if (isSibling)
            {
                levels.Pop();
            }

            var margin = levels.Count == 0 ? 0 : levels.Peek().Written;
            if (i > 0)
            {
                target.Append(isSameKind ? "\n" : "\n\n");
            }

            if (isSibling && !isSameKind)
            {
                // Two lists of different kinds side by side: the registry keeps them apart with an empty comment.
                target.Append(' ', margin).Append("<!-- -->\n\n");
            }

            target.Append(' ', margin);
            WritePiece(target, piece, margin, levels);
        }

        return target.ToString();
    }

    private static void WritePiece(StringBuilder target, Piece piece, int margin, Stack<Level> levels)
    {
        if (piece.Marker.Length > 0)
        {
            var marker = piece.Marker == "-" ? "*" : piece.Marker;
            target.Append(CultureInfo.InvariantCulture, $"{marker} ");
            levels.Push(new Level(piece.Column, piece.Marker, margin + marker.Length + 1));
        }

        MarkupText.AppendParagraph(target, piece.Text.AsSpan().Trim());
    }
}
