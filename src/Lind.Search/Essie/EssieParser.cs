namespace Lind.Search.Essie;

/// <summary>What parsing gave: the tree, or the first error. Never both, never neither.</summary>
/// <param name="Expression">The tree; null on error.</param>
/// <param name="Error">The error; null on success.</param>
public readonly record struct EssieParseResult(EssieExpression? Expression, SearchError? Error);

/// <summary>Reads the registry's query language (Essie) into a tree. Pure: knows the operators, not the fields.</summary>
/// <remarks>Never throws on any text. Precedence from high to low: terms and source operators; NOT and context
/// operators; AND; OR. Expressions written side by side are joined by AND, so <c>bethesda NOT maryland</c> means
/// <c>bethesda AND NOT maryland</c>; neighbouring words without operators are one term.</remarks>
public sealed class EssieParser
{
    private readonly IReadOnlyList<EssieToken> _tokens;
    private int _at;
    private int _depth;
    private int _clauses;
    private SearchError? _error;

    private EssieParser(IReadOnlyList<EssieToken> tokens) => _tokens = tokens;

    private EssieToken Current => _tokens[_at];

    /// <summary>Parses <paramref name="text"/>. Text without any word is an error.</summary>
    public static EssieParseResult Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > EssieLimits.TextLength)
        {
            return new(null, new SearchError("", 0, text.Length, EssieMessages.TextTooLong));
        }

        var (tokens, lexicalError) = new EssieLexer(text).Run();
        if (lexicalError is not null)
        {
            return new(null, lexicalError);
        }

        var parser = new EssieParser(tokens);
        var expression = parser.ParseOr();
        if (parser._error is null && parser.Current.Kind != EssieTokenKind.End)
        {
            parser.Fail(parser.Current.Span, EssieMessages.UnexpectedParenthesis);
        }

        return parser._error is null ? new(expression, null) : new(null, parser._error);
    }

    private EssieExpression? ParseOr() => ParseList(EssieTokenKind.Or, "OR", ParseAnd,
        (parts, span) => new OrExpression(parts, span));

    private EssieExpression? ParseAnd() => ParseList(EssieTokenKind.And, "AND", ParseOperators,
        (parts, span) => new AndExpression(parts, span));

    private EssieExpression? ParseList(
        EssieTokenKind separator,
        string name,
        Func<EssieExpression?> parsePart,
        Func<IReadOnlyList<EssieExpression>, TextSpan, EssieExpression> join)
    {
        if (Current.Kind == separator)
        {
            return Fail(Current.Span, EssieMessages.MissingLeft(name));
        }

        var parts = new List<EssieExpression>();
        do
        {
            var part = parsePart();
            if (part is null)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Continues(separator));

        return parts.Count == 1 ? parts[0] : join(parts, parts[0].Span.To(parts[^1].Span));
    }

    // AND may be left out between expressions and may be repeated; OR may not.
    private bool Continues(EssieTokenKind separator)
    {
        if (Current.Kind == separator)
        {
            do
            {
                _at++;
            }
            while (separator == EssieTokenKind.And && Current.Kind == separator);
            return true;
        }

        return separator == EssieTokenKind.And
            && Current.Kind is not (EssieTokenKind.End or EssieTokenKind.Close or EssieTokenKind.Or);
    }

    private EssieExpression? ParseOperators()
    {
        if (++_depth > EssieLimits.Depth)
        {
            return Fail(Current.Span, EssieMessages.TooDeep);
        }

        if (++_clauses > EssieLimits.Clauses)
        {
            return Fail(Current.Span, EssieMessages.TooManyClauses);
        }

        var token = Current;
        var expression = token.Kind switch
        {
            EssieTokenKind.Not => ParseNot(),
            EssieTokenKind.Operator when token.Text is not ("RANGE" or "DISTANCE") => ParseContext(),
            _ => ParseSource(),
        };
        _depth--;
        return expression;
    }

    private NotExpression? ParseNot()
    {
        var token = Current;
        _at++;
        return ParseOperand("NOT") is { } operand ? new NotExpression(operand, token.Span.To(operand.Span)) : null;
    }

    private EssieExpression? ParseContext()
    {
        var token = Current;
        var parameter = token.Parameter.Trim();
        if (parameter.Length == 0)
        {
            return Fail(token.Span, EssieMessages.MissingParameter(token.Text));
        }

        _at++;
        Func<EssieExpression, TextSpan, EssieExpression>? wrap = token.Text switch
        {
            "AREA" => Area(token, parameter),
            "TILT" => (operand, span) => new TiltExpression(parameter, token.ParameterSpan, operand, span),
            "SEARCH" => Choice<SearchDocument>(token, parameter, EssieMessages.InvalidSearchDocument,
                (value, operand, span) => new SearchExpression(value, operand, span)),
            "COVERAGE" => Choice<Coverage>(token, parameter, EssieMessages.InvalidCoverage,
                (value, operand, span) => new CoverageExpression(value, operand, span)),
            _ => Choice<Expansion>(token, parameter, EssieMessages.InvalidExpansion,
                (value, operand, span) => new ExpansionExpression(value, operand, span)),
        };
        return wrap is not null && ParseOperand($"{token.Text}[{parameter}]") is { } operand
            ? wrap(operand, token.Span.To(operand.Span))
            : null;
    }

    private static Func<EssieExpression, TextSpan, EssieExpression> Area(EssieToken token, string parameter)
    {
        const string suffix = ":size";
        var size = parameter.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
        var name = size ? parameter[..^suffix.Length].TrimEnd() : parameter;
        return (operand, span) => new AreaExpression(name, size, token.ParameterSpan, operand, span);
    }

    private Func<EssieExpression, TextSpan, EssieExpression>? Choice<T>(
        EssieToken token, string parameter, Func<string, string> message, Func<T, EssieExpression, TextSpan, EssieExpression> make)
        where T : struct, Enum
    {
        if (!char.IsAsciiDigit(parameter[0]) && !parameter.Contains(',', StringComparison.Ordinal)
            && Enum.TryParse<T>(parameter, ignoreCase: true, out var value))
        {
            return (operand, span) => make(value, operand, span);
        }

        var near = Near.Best(parameter, Enum.GetNames<T>());
        Fail(token.ParameterSpan, message(parameter), string.Join(", ", Enum.GetNames<T>()),
            near is null ? null : $"{token.Text}[{near}]");
        return null;
    }

    private EssieExpression? ParseOperand(string after)
    {
        return Current.Kind is EssieTokenKind.End or EssieTokenKind.Close or EssieTokenKind.And or EssieTokenKind.Or
            ? Fail(Current.Span, EssieMessages.MissingOperand(after), "a term")
            : ParseOperators();
    }

    private EssieExpression? ParseSource()
    {
        var token = Current;
        switch (token.Kind)
        {
            case EssieTokenKind.Open:
                return ParseParenthesis();
            case EssieTokenKind.Word:
                return ParseWords();
            case EssieTokenKind.Quoted:
                _at++;
                return new TermExpression(token.Text, Quoted: true, token.Span);
            case EssieTokenKind.Missing:
                _at++;
                return new MissingExpression(token.Span);
            case EssieTokenKind.All:
                _at++;
                return new AllExpression(token.Span);
            case EssieTokenKind.Operator:
                _at++;
                var (source, error) = EssieParameters.Read(token);
                _error ??= error;
                return source;
            default:
                var name = _at == 0 ? "the start" : _tokens[_at - 1].Text;
                return Fail(token.Span, EssieMessages.MissingOperand(name), "a term");
        }
    }

    private EssieExpression? ParseParenthesis()
    {
        var open = Current;
        _at++;
        var inner = ParseOr();
        if (inner is null)
        {
            return null;
        }

        if (Current.Kind != EssieTokenKind.Close)
        {
            return Fail(open.Span, EssieMessages.UnclosedParenthesis, ")");
        }

        var close = Current;
        _at++;
        return inner with { Span = open.Span.To(close.Span) };
    }

    private TermExpression ParseWords()
    {
        var first = Current.Span;
        var last = first;
        var words = new List<string>();
        while (Current.Kind == EssieTokenKind.Word)
        {
            words.Add(Current.Text);
            last = Current.Span;
            _at++;
        }

        return new TermExpression(string.Join(' ', words), Quoted: false, first.To(last));
    }

    private EssieExpression? Fail(TextSpan span, string message, string? expected = null, string? suggestion = null)
    {
        _error ??= new SearchError("", span.Start, span.Length, message)
        {
            Expected = expected,
            Suggestion = suggestion,
        };
        return null;
    }
}
