using System.Text;

namespace Lind.Search.Essie;

/// <summary>Cuts query text into tokens. Keywords are upper case; a backslash takes the next character literally and
/// makes the word around it a plain word.</summary>
internal sealed class EssieLexer(string text)
{
    private static readonly string[] OperatorNames =
        ["AREA", "SEARCH", "COVERAGE", "COVER", "EXPANSION", "TILT", "RANGE", "DISTANCE"];

    private readonly List<EssieToken> _tokens = [];
    private int _at;

    /// <summary>The tokens up to the end or the first error.</summary>
    public (IReadOnlyList<EssieToken> Tokens, SearchError? Error) Run()
    {
        SearchError? error = null;
        while (error is null && SkipSpace())
        {
            error = text[_at] switch
            {
                '(' => Single(EssieTokenKind.Open),
                ')' => Single(EssieTokenKind.Close),
                '"' => Quoted(),
                _ => Word(),
            };
        }

        _tokens.Add(new EssieToken(EssieTokenKind.End, "", new TextSpan(text.Length, 0)));
        return (_tokens, error);
    }

    private bool SkipSpace()
    {
        while (_at < text.Length && IsSpace(text[_at]))
        {
            _at++;
        }

        return _at < text.Length;
    }

    private SearchError? Single(EssieTokenKind kind)
    {
        _tokens.Add(new EssieToken(kind, text[_at].ToString(), new TextSpan(_at, 1)));
        _at++;
        return null;
    }

    private SearchError? Quoted()
    {
        var start = _at++;
        var content = new StringBuilder();
        while (_at < text.Length && text[_at] != '"')
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                _at++;
            }

            content.Append(text[_at++]);
        }

        if (_at >= text.Length)
        {
            return new SearchError("", start, text.Length - start, EssieMessages.UnclosedQuote) { Expected = "\"" };
        }

        _at++;
        _tokens.Add(new EssieToken(EssieTokenKind.Quoted, content.ToString(), new TextSpan(start, _at - start)));
        return null;
    }

    private SearchError? Word()
    {
        var start = _at;
        var word = new StringBuilder();
        var literal = false;
        while (_at < text.Length && !IsSpace(text[_at]) && text[_at] is not ('(' or ')' or '"'))
        {
            if (text[_at] == '\\' && _at + 1 < text.Length && !IsSpace(text[_at + 1]))
            {
                literal = true;
                word.Append(text[_at + 1]);
                _at += 2;
                continue;
            }

            if (text[_at] == '[')
            {
                if (!literal && IsOperatorName(word))
                {
                    return Operator(start, word.ToString());
                }

                if (text.IndexOf(']', _at) < 0)
                {
                    return UnclosedBracket(_at);
                }
            }

            word.Append(text[_at++]);
        }

        AddWord(word.ToString(), literal, new TextSpan(start, _at - start));
        return null;
    }

    private void AddWord(string word, bool literal, TextSpan span)
    {
        var kind = literal
            ? EssieTokenKind.Word
            : word switch
            {
                "AND" => EssieTokenKind.And,
                "OR" => EssieTokenKind.Or,
                "NOT" => EssieTokenKind.Not,
                "MISSING" => EssieTokenKind.Missing,
                "ALL" => EssieTokenKind.All,
                _ => EssieTokenKind.Word,
            };
        _tokens.Add(new EssieToken(kind, word, span));
    }

    private SearchError? Operator(int start, string name)
    {
        var open = _at;
        var close = text.IndexOf(']', open);
        if (close < 0)
        {
            return UnclosedBracket(open);
        }

        _at = close + 1;
        var span = new TextSpan(start, _at - start);
        var parameter = text[(open + 1)..close];
        if (!OperatorNames.Contains(name))
        {
            var near = Near.Best(name, OperatorNames);
            return new SearchError("", start, name.Length, EssieMessages.UnknownOperator(name))
            {
                Suggestion = near is null ? null : $"{near}[{parameter}]",
            };
        }

        _tokens.Add(new EssieToken(
            EssieTokenKind.Operator, name == "COVER" ? "COVERAGE" : name, span, parameter, open + 1));
        return null;
    }

    private SearchError UnclosedBracket(int open) =>
        new("", open, text.Length - open, EssieMessages.UnclosedBracket) { Expected = "]" };

    // Two or more upper-case letters before a bracket can only be meant as an operator; benzo[a]pyrene is a word.
    private static bool IsOperatorName(StringBuilder word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetterUpper(word[i]))
            {
                return false;
            }
        }

        return word.Length >= 2;
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c);
}
