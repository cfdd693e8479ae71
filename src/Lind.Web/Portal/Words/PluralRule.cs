namespace Lind.Web.Portal;

/// <summary>Which form of a word a language uses beside a whole number.</summary>
/// <remarks>The categories and rules are those of the Unicode CLDR plural rules for cardinal numbers,
/// https://cldr.unicode.org/index/cldr-spec/plural-rules, for whole numbers alone: fractions do not occur in counts. A language that
/// is not listed has one form for 1 and one for everything else.</remarks>
public static class PluralRule
{
    /// <summary>The forms a words' file may hold for a count; <c>other</c> is what every language has.</summary>
    public static readonly string[] Categories = ["zero", "one", "two", "few", "many", "other"];

    private static readonly (string Languages, Func<long, string> Rule)[] Rules =
    [
        ("ja zh ko vi th id ms my lo", _ => "other"),
        ("hi bn fa gu kn zu am as", n => n is 0 or 1 ? "one" : "other"),
        ("fr pt", n => n is 0 or 1 ? "one" : IsMillions(n) ? "many" : "other"),
        ("es it ca", n => n == 1 ? "one" : IsMillions(n) ? "many" : "other"),
        ("ru uk be", n => n % 10 == 1 && n % 100 != 11 ? "one" : IsFew(n) ? "few" : "many"),
        ("sr hr bs", n => n % 10 == 1 && n % 100 != 11 ? "one" : IsFew(n) ? "few" : "other"),
        ("pl", n => n == 1 ? "one" : IsFew(n) ? "few" : "many"),
        ("cs sk", n => n == 1 ? "one" : n is >= 2 and <= 4 ? "few" : "other"),
        ("sl", n => (n % 100) switch { 1 => "one", 2 => "two", 3 or 4 => "few", _ => "other" }),
        ("lt", n => n % 100 is >= 11 and <= 19 ? "other" : (n % 10) switch { 0 => "other", 1 => "one", _ => "few" }),
        ("lv", n => n % 10 == 0 || n % 100 is >= 11 and <= 19 ? "zero" : n % 10 == 1 ? "one" : "other"),
        ("ro", n => n == 1 ? "one" : n == 0 || n % 100 is >= 1 and <= 19 ? "few" : "other"),
        ("is mk", n => n % 10 == 1 && n % 100 != 11 ? "one" : "other"),
        ("he", n => n switch { 1 => "one", 2 => "two", _ => "other" }),
        ("ar", n => n switch { 0 => "zero", 1 => "one", 2 => "two", _ => (n % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" } }),
        ("mt", n => n == 1 ? "one" : n == 2 ? "two" : n == 0 || n % 100 is >= 3 and <= 10 ? "few" : n % 100 is >= 11 and <= 19 ? "many" : "other"),
        ("ga", n => n switch { 1 => "one", 2 => "two", >= 3 and <= 6 => "few", >= 7 and <= 10 => "many", _ => "other" }),
        ("cy", n => n switch { 0 => "zero", 1 => "one", 2 => "two", 3 => "few", 6 => "many", _ => "other" }),
    ];

    private static readonly Dictionary<string, Func<long, string>> ByLanguage = Rules
        .SelectMany(rule => rule.Languages.Split(' ').Select(language => (language, rule.Rule)))
        .ToDictionary(one => one.language, one => one.Rule, StringComparer.OrdinalIgnoreCase);

    /// <summary>The rule of a language by its BCP 47 tag; the region does not matter but for Portuguese of Portugal.</summary>
    public static Func<long, string> Of(string tag) => tag.Equals("pt-PT", StringComparison.OrdinalIgnoreCase)
        ? ByLanguage["es"]
        : ByLanguage.GetValueOrDefault(tag.Split('-')[0], n => n == 1 ? "one" : "other");

    private static bool IsFew(long n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);

    private static bool IsMillions(long n) => n != 0 && n % 1_000_000 == 0;
}
