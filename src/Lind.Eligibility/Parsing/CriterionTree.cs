using Lind.Eligibility.Criteria;

namespace Lind.Eligibility.Parsing;

/// <summary>Makes statements out of a section's lines: joins lines that run on, nests by indent and marker.</summary>
internal sealed class CriterionTree
{
    // Deeper statements stand side by side; real texts nest six deep at most.
    private const int MaxDepth = 16;

    // Older texts are broken into lines of 80 characters and more; a line this long may have been.
    private const int PageWidth = 70;

    private readonly string _text;
    private readonly List<Node> _roots = [];
    private readonly List<Node> _open = [];
    private readonly Dictionary<(int Indent, MarkerStyle Style), (int Number, Node? Parent)> _counts = [];

    private CriterionTree(string text) => _text = text;

    public static IReadOnlyList<Criterion> Build(string text, IReadOnlyList<Line> lines)
    {
        var tree = new CriterionTree(text);
        foreach (var line in lines)
        {
            tree.Add(line);
        }

        return [.. tree._roots.Select(node => node.Freeze())];
    }

    private void Add(Line line)
    {
        if (_open.Count > 0 && RunsOn(line, _open[^1]))
        {
            _open[^1].Extend(line);
            return;
        }

        var node = new Node(line, line.Marker is null && Headings.IsPlain(Words(line.Words)));
        while (_open.Count > 0 && (_open.Count >= MaxDepth || !IsBelow(node, _open[^1])))
        {
            _open.RemoveAt(_open.Count - 1);
        }

        GoOnCounting(node);
        (_open.Count == 0 ? _roots : _open[^1].Children).Add(node);
        _open.Add(node);
    }

    // "3. ..., Unless: * ... * ..., 4. ...": the fourth goes on with the third's list and is none of the conditions.
    private void GoOnCounting(Node node)
    {
        if (Markers.NumberOf(_text, node.Line) is not { } number)
        {
            return;
        }

        var list = (node.Line.Indent, node.Line.Style);
        var above = _open.Count == 0 ? null : _open[^1];
        if (above is { IsHeading: true, Children: [.., var last] } && last.Line.Style != node.Line.Style
            && _counts.TryGetValue(list, out var count) && count.Number + 1 == number)
        {
            var depth = count.Parent is null ? 0 : _open.IndexOf(count.Parent) + 1;
            if (depth > 0 || count.Parent is null)
            {
                _open.RemoveRange(depth, _open.Count - depth);
            }
        }

        _counts[list] = (number, _open.Count == 0 ? null : _open[^1]);
    }

    // An unmarked line goes on with the statement directly above it when it is indented under a marked one, begins in
    // the middle of a sentence, or follows a line that was broken at the edge of the page.
    private bool RunsOn(Line line, Node above) => line.Marker is null && !line.AfterBlank
        && above.Children.Count == 0 && !above.IsHeading
        && ((above.Line.Marker is not null && line.Indent > above.Line.Indent)
            || (!EndsSentence(above) && (char.IsLower(_text[line.Words.Start]) || above.LastWidth >= PageWidth)));

    private bool IsBelow(Node node, Node above)
    {
        if (above.IsHeading)
        {
            return node.Line.Indent > above.Line.Indent
                || (node.Line.Marker is not null && node.Line.Indent == above.Line.Indent);
        }

        if (node.Line.Indent != above.Line.Indent)
        {
            return node.Line.Indent > above.Line.Indent;
        }

        // Same indent: another kind of marker begins a list below a statement that ends in a colon.
        return node.Line.Marker is not null
            && node.Line.Style != above.Line.Style
            && !_open.Exists(one => one != above && one.Line.Style == node.Line.Style)
            && _text[above.End - 1] == ':';
    }

    private bool EndsSentence(Node node) => _text[node.End - 1] is '.' or ':' or ';' or '!' or '?';

    private ReadOnlySpan<char> Words(TextSpan span) => _text.AsSpan(span.Start, span.Length);

    private sealed class Node(Line line, bool isHeading)
    {
        public Line Line { get; } = line;

        public bool IsHeading { get; } = isHeading;

        public int End { get; private set; } = line.Words.End;

        public List<Node> Children { get; } = [];

        public int LastWidth { get; private set; } = Width(line);

        public void Extend(Line next) => (End, LastWidth) = (next.Words.End, Width(next));

        public Criterion Freeze() => new()
        {
            Marker = Line.Marker,
            Text = TextSpan.Between(Line.Words.Start, End),
            IsHeading = IsHeading,
            Children = [.. Children.Select(child => child.Freeze())],
        };

        private static int Width(Line line) => line.Indent + line.Words.End - (line.Marker?.Start ?? line.Words.Start);
    }
}
