namespace Lind.Web.Portal;

/// <summary>Puts people's words into the expert language so that none of them acts as an operator.</summary>
internal static class Quote
{
    /// <summary>The words as one phrase. What could end the phrase is left out.</summary>
    public static string Phrase(string text) =>
        "\"" + text.Replace("\\", " ", StringComparison.Ordinal).Replace("\"", " ", StringComparison.Ordinal).Trim() + "\"";

    /// <summary>A registry code, or null when the text cannot be one.</summary>
    public static string? Code(string text) =>
        text.Length is > 0 and < 40 && text.All(one => char.IsAsciiLetterUpper(one) || char.IsAsciiDigit(one) || one == '_') ? text : null;
}
