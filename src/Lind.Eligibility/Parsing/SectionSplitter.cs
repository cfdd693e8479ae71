using Lind.Eligibility.Criteria;

namespace Lind.Eligibility.Parsing;

/// <summary>Puts lines under headings.</summary>
internal sealed class SectionSplitter
{
    private readonly string _text;
    private readonly List<CriteriaSection> _sections = [];
    private readonly List<Line> _lines = [];
    private CriteriaKind _kind = CriteriaKind.Other;
    private TextSpan? _heading;
    private bool _isFirm;

    private SectionSplitter(string text) => _text = text;

    public static IReadOnlyList<CriteriaSection> Split(string text)
    {
        var splitter = new SectionSplitter(text);
        foreach (var line in LineReader.Read(text))
        {
            splitter.Take(line);
        }

        splitter.Close();
        return splitter._sections;
    }

    private void Take(Line line)
    {
        for (int inside; (inside = Headings.InsideAt(Words(line))) > 0;)
        {
            var at = line.Words.Start + inside;
            TakeWhole(line with { Words = TextSpan.Between(line.Words.Start, Trimmed(at)) });
            line = LineReader.Of(_text, at, line.Words.End, afterBlank: true)!.Value;
        }

        TakeWhole(line);
    }

    private void TakeWhole(Line line)
    {
        if (Headings.Of(Words(line), line.Marker is not null) is { } heading && Opens(heading, line))
        {
            Open(line, heading);
        }
        else if (_kind == CriteriaKind.Other && Headings.TopicLength(Words(line)) is > 0 and var length)
        {
            Open(line, new Heading(CriteriaKind.Other, length, IsFirm: true));
        }
        else
        {
            Leave(line);
            _lines.Add(line);
        }
    }

    // A sentence that announces conditions of the kind at hand only heads some of them; the end of a statement broken
    // over two lines announces nothing.
    private bool Opens(Heading heading, Line line) => heading.IsFirm || (heading.Kind != _kind && !GoesOn(line));

    private bool GoesOn(Line line) => !line.AfterBlank && _lines.Count > 0
        && (char.IsLower(_text[line.Words.Start])
            || (_lines[^1].Marker is not null && line.Indent > _lines[^1].Indent));

    private void Open(Line line, Heading heading)
    {
        Close();
        _kind = heading.Kind;
        _isFirm = heading.IsFirm;
        if (heading.Length == 0)
        {
            _lines.Add(line);
            return;
        }

        var end = line.Words.Start + heading.Length;
        _heading = TextSpan.Between(line.Marker?.Start ?? line.Words.Start, Trimmed(end));
        if (LineReader.Of(_text, end, line.Words.End, afterBlank: true) is { } rest)
        {
            _lines.Add(rest);
        }
    }

    // Under a sentence such as "Patients are excluded if:" come marked lines; the first unmarked paragraph after them
    // may belong to the list above the sentence or to none. It is not taken for an exclusion.
    private void Leave(Line line)
    {
        if (!_isFirm && _kind != CriteriaKind.Other && line.Marker is null && line.AfterBlank
            && _lines.Exists(one => one.Marker is not null) && line.Indent <= _lines[0].Indent)
        {
            Close();
            _kind = CriteriaKind.Other;
        }
    }

    private void Close()
    {
        if (_lines.Count == 0 && _heading is { } alone && IsStatement(alone))
        {
            _lines.Add(LineReader.Of(_text, alone.Start, alone.End, afterBlank: true)!.Value);
            _heading = null;
        }

        if (_heading is not null || _lines.Count > 0)
        {
            _sections.Add(new CriteriaSection(_kind, _heading, CriterionTree.Build(_text, _lines)));
        }

        _heading = null;
        _lines.Clear();
    }

    // "Exclusion criteria 4 and 19" above nothing is all the text says about them.
    private bool IsStatement(TextSpan heading)
    {
        var words = _text.AsSpan(heading.Start, heading.Length);
        return words[^1] is not (':' or '：') && words.Count(' ') > 2;
    }

    private ReadOnlySpan<char> Words(Line line) => _text.AsSpan(line.Words.Start, line.Words.Length);

    private int Trimmed(int end)
    {
        while (end > 0 && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
