using System.Globalization;
using System.Text.RegularExpressions;

namespace Lind.Web.Portal;

/// <summary>Ages as people say them in a question: "over 65", "under 18", "aged 6 to 12". The ways to say them stand with the
/// other words of the language, <c>{0}</c> and <c>{1}</c> for the years.</summary>
internal sealed class AgeWords
{
    private const string Prefix = "ask.age.";
    private const int Oldest = 120;

    private readonly (Regex Said, string Kind)[] _ways;
    private readonly Regex _elsewise;

    public AgeWords(Words words)
    {
        var years = Alternatives(words["ask.years"]);
        _ways =
        [
            .. words.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(key => (Way: key[Prefix.Length..], Kind: words[key])).OrderByDescending(one => one.Way.Length)
                .Select(one => (Anchored(PatternOf(one.Way) + $"(?: (?:{years}))*"), one.Kind)),
        ];
        _elsewise = Anchored($" (?:{Alternatives(words["ask.notYears"])})");
    }

    /// <summary>The age said from a word on, as the search form's <c>from_to</c> in whole years, and how many words that takes;
    /// null if none is.</summary>
    public (string Span, int Length)? At(IReadOnlyList<string> question, int at)
    {
        var rest = string.Join(' ', question.Skip(at));
        foreach (var (said, kind) in _ways)
        {
            if (said.Match(rest) is { Success: true } match && !_elsewise.IsMatch(rest[match.Length..]) && SpanOf(match, kind) is { } span)
            {
                return (span, match.Value.Split(' ').Length);
            }
        }

        return null;
    }

    private static string? SpanOf(Match match, string kind)
    {
        var low = int.Parse(match.Groups["low"].Value, CultureInfo.InvariantCulture);
        var high = match.Groups["high"] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : low;
        return low > Oldest || high > Oldest || high < low ? null
            : kind switch
            {
                "from" => string.Create(CultureInfo.InvariantCulture, $"{low}_"),
                "below" => low == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"_{low - 1}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{low}_{high}"),
            };
    }

    private static string PatternOf(string way) => Regex.Escape(way)
        .Replace(@"\{0}", @"(?<low>[0-9]{1,3})", StringComparison.Ordinal).Replace(@"\{1}", @"(?<high>[0-9]{1,3})", StringComparison.Ordinal)
        .Replace(@"\ ", " ", StringComparison.Ordinal);

    private static string Alternatives(string words) => string.Join('|', words.Split(' ').Select(Regex.Escape));

    private static Regex Anchored(string pattern) => new(
        $"^(?:{pattern})(?= |$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
