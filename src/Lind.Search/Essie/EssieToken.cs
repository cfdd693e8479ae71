namespace Lind.Search.Essie;

internal enum EssieTokenKind
{
    Word,
    Quoted,
    Open,
    Close,
    And,
    Or,
    Not,
    Missing,
    All,

    /// <summary><c>NAME[parameter]</c>.</summary>
    Operator,
    End,
}

/// <summary>One token. <paramref name="Text"/> is the word with escapes resolved, or the operator's name;
/// <paramref name="Parameter"/> the text in brackets and <paramref name="ParameterStart"/> its place.</summary>
internal readonly record struct EssieToken(
    EssieTokenKind Kind, string Text, TextSpan Span, string Parameter = "", int ParameterStart = 0)
{
    public TextSpan ParameterSpan => new(ParameterStart, Parameter.Length);
}
