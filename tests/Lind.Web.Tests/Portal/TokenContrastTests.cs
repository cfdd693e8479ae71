using System.Globalization;
using System.Text.RegularExpressions;
using Lind.TestKit;

namespace Lind.Web.Tests.Portal;

/// <summary>WCAG 2.2, 1.4.3: every pair of text and ground in the style sheet's tokens, light and dark.</summary>
public sealed partial class TokenContrastTests
{
    private static readonly (string Text, string Ground)[] Pairs =
    [
        ("ink", "paper"), ("ink", "surface"), ("ink", "sunken"), ("ink-soft", "paper"), ("ink-soft", "surface"), ("ink-soft", "sunken"),
        ("link", "paper"), ("link", "surface"), ("link", "sunken"), ("accent-ink", "accent"), ("open", "open-soft"), ("soon", "soon-soft"),
        ("closed", "closed-soft"), ("stopped", "stopped-soft"), ("unsure", "unsure-soft"), ("ink", "mark"), ("ink", "lemon-soft"),
        ("ink", "unsure-soft"), ("ink", "stopped-soft"), ("ink", "open-soft"), ("ink-soft", "lemon-soft"), ("link", "accent-soft"), ("ink-soft", "accent-soft"),
        ("open", "surface"),
    ];

    public static TheoryData<string, string, string> All
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (text, ground) in Pairs)
            {
                data.Add("light", text, ground);
                data.Add("dark", text, ground);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Pair_HasEnoughContrast(string scheme, string text, string ground)
    {
        var css = File.ReadAllText(Repository.PathOf("src", "Lind.Web", "wwwroot", "css", "1-tokens.css"));
        var dark = css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        var part = scheme == "dark" ? css[dark..] : css[..dark];
        double one = Luminance(Colour(part, text)), other = Luminance(Colour(part, ground));
        var contrast = (Math.Max(one, other) + .05) / (Math.Min(one, other) + .05);
        Assert.True(contrast >= 4.5, $"{text} on {ground} ({scheme}): {contrast:0.00}");
    }

    private static string Colour(string css, string token) =>
        Token().Matches(css).First(match => match.Groups[1].Value == token).Groups[2].Value;

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
        }

        return .2126 * Channel(0) + .7152 * Channel(2) + .0722 * Channel(4);
    }

    [GeneratedRegex("--([a-z-]+[a-z0-9-]*): #([0-9a-f]{6});")]
    private static partial Regex Token();
}
