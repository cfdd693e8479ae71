namespace Lind.Eligibility.Criteria;

/// <summary>A piece of a criteria text, by position.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Just behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The piece itself.</summary>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Start, Length);
    }

    /// <summary>The span between two positions.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);
}
