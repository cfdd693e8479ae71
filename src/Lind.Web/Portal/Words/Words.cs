using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lind.Web.Portal;

/// <summary>Every word the portal says in one language: labels, sentences, code lists, month names. Read from
/// the files of <c>Portal/Words/{language}</c>, whose nested names are joined with dots; another language is another folder.</summary>
public sealed class Words
{
    private readonly Dictionary<string, string> _texts;

    private readonly NumberFormatInfo _numbers;
    private readonly Func<long, string> _plural;
    private readonly Words? _untranslated;

    private Words(string language, Dictionary<string, string> texts, Words? untranslated = null)
    {
        (Language, _texts, _untranslated) = (language, texts, untranslated);
        _plural = PluralRule.Of(language);
        _numbers = new() { NumberGroupSeparator = this["number.group"], NumberDecimalSeparator = this["number.decimal"] };
    }

    /// <summary>The BCP 47 tag for the page's <c>lang</c> attribute.</summary>
    public string Language { get; }

    /// <summary>The names of all texts, for the glossary and for the test that none is missing or unused.</summary>
    public IReadOnlyCollection<string> Keys => _untranslated is null ? _texts.Keys : [.. _texts.Keys.Union(_untranslated.Keys)];

    /// <summary>The text of that name. A missing one is a mistake of ours and shows itself by its name.</summary>
    public string this[string key] => Find(key) ?? $"[{key}]";

    /// <summary>The text with <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    public string Say(string key, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The text for a count, with <c>{0}</c> the number in groups of three; see <see cref="Form"/>.</summary>
    public string Count(string key, long count) => string.Format(CultureInfo.InvariantCulture, Form(key, count), Number(count));

    /// <summary>The form of a text for a count: <c>key.none</c> for nothing where the language has such a text, else the one of the
    /// category that its <see cref="PluralRule"/> names, <c>key.one</c>, <c>key.few</c> and so on, else <c>key.other</c>. What this
    /// language does not say yet takes the forms of the first one.</summary>
    public string Form(string key, long count) =>
        (count == 0 ? _texts.GetValueOrDefault(key + ".none") : null)
        ?? _texts.GetValueOrDefault($"{key}.{_plural(count)}") ?? _texts.GetValueOrDefault(key + ".other")
        ?? _untranslated?.Form(key, count) ?? $"[{key}]";

    /// <summary>The text of that name, or null if the language has none.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key) ?? _untranslated?.Find(key);

    /// <summary>A registry code in words: <c>code.{list}.{value}</c>; a code we do not know is kept and spelt out.</summary>
    public string Code(string list, string? value) =>
        string.IsNullOrEmpty(value) ? this["silent.code"] : Find($"code.{list}.{value}") ?? SpellOut(value);

    /// <summary>A whole number in groups of three.</summary>
    public string Number(long value) => value.ToString("#,0", _numbers);

    /// <summary>A number that was computed here, with so many decimals at most. Posted figures stay as posted.</summary>
    public string Number(double value, string format) => value.ToString(format, _numbers);

    /// <summary>A count for a small place: <c>870</c>, <c>3.9k</c>, <c>12k</c>.</summary>
    public string Rounded(long count) => count < 1000 ? Number(count)
        : Say("number.thousands", Number(count / 1000.0, count < 10_000 ? "0.#" : "0"));

    /// <summary>A label inside a sentence: in small letters, in languages that write nouns so.</summary>
    public string Within(string label) => this["case.within"] == "lower" ? label.ToLowerInvariant() : label;

    /// <summary>A date as precise as it is known: <c>1 March 2020</c>, <c>March 2020</c>, <c>2020</c>.</summary>
    public string Date(int year, int month, int day) => (month, day) switch
    {
        (0, _) => year.ToString(CultureInfo.InvariantCulture),
        (_, 0) => Say("date.month", Month(month), year),
        _ => Say("date.day", day, Month(month), year),
    };

    /// <summary>A full date in words.</summary>
    public string Date(DateOnly date) => Date(date.Year, date.Month, date.Day);

    /// <summary>Several things in one phrase: <c>a, b and c</c>.</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => Say("list.and", string.Join(this["list.comma"], items.Take(items.Count - 1)), items[^1]),
    };

    /// <summary>Reads a language's files from the assembly: every one in its folder.</summary>
    public static Words Load(string language)
    {
        var assembly = typeof(Words).Assembly;
        var files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"words/{language}/", StringComparison.Ordinal))
            .Select(name => assembly.GetManifestResourceStream(name)!).ToList();
        return files.Count > 0
            ? new Words(language, Read(files))
            : throw new InvalidOperationException($"The assembly holds no words for the language {language}.");
    }

    /// <summary>Another language from its files of the same form; what they do not say yet is said in this one.</summary>
    public Words Translated(string language, IEnumerable<Stream> files) => new(language, Read(files), this);

    private static Dictionary<string, string> Read(IEnumerable<Stream> files)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using (file)
            {
                using var document = JsonDocument.Parse(file);
                Flatten(document.RootElement, "", texts);
            }
        }

        return texts;
    }

    /// <summary>The same texts, each changed: a made-up language for the test that no word stands outside this layer.</summary>
    internal Words Changed(string language, Func<string, string, string> change) =>
        new(language, _texts.ToDictionary(text => text.Key, text => change(text.Key, text.Value), StringComparer.Ordinal));

    private static void Flatten(JsonElement element, string prefix, Dictionary<string, string> texts)
    {
        foreach (var member in element.EnumerateObject())
        {
            var key = prefix.Length == 0 ? member.Name : $"{prefix}.{member.Name}";
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Flatten(member.Value, key, texts);
            }
            else
            {
                texts.Add(key, member.Value.GetString()!);
            }
        }
    }

    private string Month(int month) => this["date.months." + month.ToString(CultureInfo.InvariantCulture)];

    private static string SpellOut(string code)
    {
        var words = new StringBuilder(code.Replace('_', ' ').ToLowerInvariant());
        words[0] = char.ToUpperInvariant(words[0]);
        return words.ToString();
    }
}
