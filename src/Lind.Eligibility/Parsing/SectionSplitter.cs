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

    // The numbered list that a sentence broke into, to know its next number again.
    private Resumption? _broken;

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
        Resume(line);
        if (Headings.Of(Words(line), line.Marker is not null) is { } heading && Opens(heading, line))
        {
            Break(heading);
            Open(line, heading);
        }
        else if (_kind == CriteriaKind.Other && Headings.TopicLength(Words(line)) is > 0 and var length)
        {
            Open(line, new Heading(CriteriaKind.Other, length, IsFirm: true));
            SplitTopics();
        }
        else
        {
            Leave(line);
            _lines.Add(line);
        }
    }

    // A sentence that announces conditions of the kind at hand only heads some of them; one that exempts from an
    // exclusion is part of it; the end of a statement broken over two lines announces nothing.
    private bool Opens(Heading heading, Line line) => heading.IsFirm
        || (heading.Kind != _kind && !IsExemption(heading, line) && !GoesOn(line));

    private bool IsExemption(Heading heading, Line line) => heading.Kind == CriteriaKind.Inclusion
        && _kind == CriteriaKind.Exclusion && Headings.IsExemption(Words(line));

    private void Break(Heading heading)
    {
        if (heading.IsFirm)
        {
            _broken = null;
        }
        else if (_isFirm && _lines.FindLast(one => Markers.NumberOf(_text, one) is not null) is { Marker: not null } last)
        {
            _broken = new Resumption(_kind, last.Style, Markers.NumberOf(_text, last)!.Value + 1);
        }
    }

    // "7. ..., Patients are eligible if: * ... * ..., 8. ...": the eighth belongs to the list of the seventh. A list
    // that goes on counting right below the sentence is the sentence's own.
    private void Resume(Line line)
    {
        if (_broken is not { } broken || line.Marker is null)
        {
            return;
        }

        if (line.Style != broken.Style)
        {
            _broken = broken with { HasOtherList = true };
            return;
        }

        _broken = null;
        if (broken.HasOtherList && Markers.NumberOf(_text, line) == broken.Next)
        {
            Close();
            (_kind, _isFirm) = (broken.Kind, true);
        }
    }

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

    // "PATIENT CHARACTERISTICS: Age: 18 and over Sex: Female ...": some records have lost the breaks between these.
    private void SplitTopics()
    {
        if (_lines is not [{ } whole])
        {
            return;
        }

        _lines.Clear();
        for (var start = whole.Marker?.Start ?? whole.Words.Start; start < whole.Words.End;)
        {
            var (length, heading) = Headings.TopicPart(_text.AsSpan(start, whole.Words.End - start));
            if (heading > 0)
            {
                AddPart(start, start + heading, indent: 0);
            }

            AddPart(start + heading, start + length, indent: heading > 0 ? 1 : 0);
            start += length;
        }
    }

    private void AddPart(int start, int end, int indent)
    {
        if (LineReader.Of(_text, start, end, afterBlank: true) is { } part)
        {
            _lines.Add(part with { Indent = indent });
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
    private bool IsStatement(TextSpan heading) => _text.AsSpan(heading.Start, heading.Length).Count(' ') > 2;

    private ReadOnlySpan<char> Words(Line line) => _text.AsSpan(line.Words.Start, line.Words.Length);

    private int Trimmed(int end)
    {
        while (end > 0 && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private readonly record struct Resumption(CriteriaKind Kind, MarkerStyle Style, int Next, bool HasOtherList = false);
}
