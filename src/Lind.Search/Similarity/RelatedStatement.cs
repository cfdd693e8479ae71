using System.Globalization;

namespace Lind.Search.Similarity;

/// <summary>One sentence about two records, as what is said and of what, so that any language can say it. <see cref="ToString"/> says it in
/// English.</summary>
/// <param name="Kind">What is said.</param>
/// <param name="Values">What it is said of, in the order that <see cref="StatementKind"/> names them.</param>
public sealed record RelatedStatement(StatementKind Kind, params IReadOnlyList<StatementValue> Values)
{
    /// <inheritdoc/>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, StatementEnglish.Pattern(Kind), [.. Values.Select(StatementEnglish.Of)]);
}

/// <summary>A value in a sentence.</summary>
public abstract record StatementValue
{
    private StatementValue()
    {
    }

    /// <summary>Names as records or the tree of headings write them.</summary>
    public sealed record Names(params IReadOnlyList<string> Items) : StatementValue;

    /// <summary>Codes of one of the registry's lists, in the record's order.</summary>
    public sealed record Codes(string List, params IReadOnlyList<string> Items) : StatementValue;

    /// <summary>Words of the sentence itself, by name: <c>randomised</c>, <c>openLabel</c>, <c>blinded</c>; then codes of phases.</summary>
    public sealed record Qualities(IReadOnlyList<string> Items, IReadOnlyList<string> Phases) : StatementValue;

    /// <summary>A number, with one decimal at most.</summary>
    public sealed record Number(double Value) : StatementValue;

    /// <summary>A year, which no language groups.</summary>
    public sealed record Year(int Value) : StatementValue;
}
