using System.Text;
using System.Text.Json;
using Lind.Search.Analysis;
using Lind.Studies.Fields;

namespace Lind.Search.Tests.Oracle;

/// <summary>A record as plain JSON, with the slowest and simplest reading of every field.</summary>
internal sealed class NaiveStudy
{
    private readonly JsonElement _root;
    private readonly JsonElement? _site;
    private readonly Dictionary<StudyField, IReadOnlyList<JsonElement>> _values = [];
    private readonly Dictionary<StudyField, IReadOnlyList<NaiveWord>[]> _words = [];

    private NaiveStudy(JsonElement root, JsonElement? site) => (_root, _site) = (root, site);

    public int Number { get; private init; }

    /// <summary>Its sites, each readable like a study that has only that site.</summary>
    public IReadOnlyList<NaiveStudy> Sites { get; private init; } = [];

    public static NaiveStudy Read(ReadOnlyMemory<byte> json)
    {
        var root = JsonDocument.Parse(json).RootElement;
        var id = root.GetProperty("protocolSection").GetProperty("identificationModule").GetProperty("nctId").GetString()!;
        var study = new NaiveStudy(root, null);
        return new NaiveStudy(root, null)
        {
            Number = int.Parse(id.AsSpan(3), System.Globalization.CultureInfo.InvariantCulture),
            Sites = study.Items(StudyFields.Location).Select(site => new NaiveStudy(root, site)).ToArray(),
        };
    }

    /// <summary>All values of a leaf, lists flattened.</summary>
    public IReadOnlyList<JsonElement> Values(StudyField field)
    {
        if (!_values.TryGetValue(field, out var values))
        {
            _values[field] = values = Items(field).Where(value => value.ValueKind != JsonValueKind.Null).ToArray();
        }

        return values;
    }

    public IEnumerable<string> Texts(StudyField field) => Values(field).Select(value => Label(field, value));

    /// <summary>The words of each value as terms with their written forms.</summary>
    public IEnumerable<IReadOnlyList<NaiveWord>> Words(StudyField field)
    {
        if (!_words.TryGetValue(field, out var words))
        {
            _words[field] = words = Texts(field).Select(WordsOf).ToArray();
        }

        return words;
    }

    /// <summary>How many items each occurrence of a list has.</summary>
    public IEnumerable<int> Sizes(StudyField list)
    {
        var parents = list.Parent is null ? [_root] : Items(list.Parent);
        return parents.Where(parent => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(list.Name, out _))
            .Select(parent => parent.GetProperty(list.Name).GetArrayLength());
    }

    public static IReadOnlyList<NaiveWord> WordsOf(string text)
    {
        var words = new List<NaiveWord>();
        var reader = new WordReader(Encoding.UTF8.GetBytes(text));
        var end = -1;
        while (reader.Next())
        {
            var isTied = reader.AfterHyphen || reader.Start == end;
            end = reader.End;
            var surface = Encoding.UTF8.GetString(reader.Word);
            if (TermForm.Of(surface).Length == 0)
            {
                continue;
            }

            var compound = reader.AfterHyphen && words.Count > 0 ? TermForm.Of(words[^1].Surface + surface) : null;
            words.Add(new NaiveWord(TermForm.Of(surface), surface, compound, isTied));
        }

        return words;
    }

    private static string Label(StudyField field, JsonElement value) =>
        field.Enum?.Find(value.ToString())?.LegacyValueIn(field) ?? value.ToString();

    private JsonElement[] Items(StudyField field)
    {
        if (_site is { } site && field == StudyFields.Location)
        {
            return [site];
        }

        var parents = field.Parent is null ? [_root] : Items(field.Parent);
        return parents.Where(parent => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(field.Name, out _))
            .Select(parent => parent.GetProperty(field.Name))
            .SelectMany(value => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
            .ToArray();
    }
}

/// <summary>A word of a text: its term, its written form, the term of the hyphenated pair it ends, and whether a hyphen or
/// nothing stands before it.</summary>
internal sealed record NaiveWord(string Term, string Surface, string? Compound, bool IsTied)
{
    public bool Is(string term) => Term == term || Compound == term;
}
