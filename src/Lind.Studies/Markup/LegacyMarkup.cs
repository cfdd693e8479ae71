using System.Text;

namespace Lind.Studies.Markup;

/// <summary>The registry's markup as plain text in the manner of its older systems.</summary>
internal static class LegacyMarkup
{
    private const string Escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>The text with escapes resolved and bullets written as dashes; everything else stays as it is.</summary>
    public static string From(string markup)
    {
        var text = new StringBuilder(markup.Length);
        var atLineStart = true;
        for (var i = 0; i < markup.Length; i++)
        {
            var next = i + 1 < markup.Length ? markup[i + 1] : '\0';
            if (markup[i] == '\\' && Escapable.Contains(next, StringComparison.Ordinal))
            {
                text.Append(next);
                i++;
                atLineStart = false;
            }
            else
            {
                text.Append(atLineStart && markup[i] is '*' or '+' && next == ' ' ? '-' : markup[i]);
                atLineStart = markup[i] == '\n' || (atLineStart && markup[i] == ' ');
            }
        }

        return text.ToString();
    }
}
