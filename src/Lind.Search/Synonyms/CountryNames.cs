using System.Collections.Frozen;

namespace Lind.Search.Synonyms;

/// <summary>Countries that records spell in several ways ("South Korea", "Korea, Republic of"), and what else people type
/// for them ("USA"). Synonyms of <c>query.locn</c>; like all others they are shown and can be switched off.</summary>
internal sealed class CountryNames
{
    private readonly FrozenDictionary<string, IReadOnlyList<Synonym>> _byKey;

    private CountryNames(IEnumerable<string> lines)
    {
        var byKey = new Dictionary<string, IReadOnlyList<Synonym>>(StringComparer.Ordinal);
        foreach (var cells in lines.Select(line => line.Split('\t')))
        {
            var spellings = cells[0].Split('|', StringSplitOptions.RemoveEmptyEntries);
            foreach (var key in spellings.Concat(cells[1].Split('|', StringSplitOptions.RemoveEmptyEntries)).Select(SynonymKey.Of))
            {
                byKey.TryAdd(key, [.. Others(key, spellings)]);
            }
        }

        _byKey = byKey.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The names that ship with the program; read on first use.</summary>
    public static CountryNames Bundled { get; } = Read();

    /// <summary>The other spellings that records use; empty when the text is no name with several.</summary>
    public IReadOnlyList<Synonym> Of(string key) => _byKey.GetValueOrDefault(key) ?? [];

    private static IEnumerable<Synonym> Others(string key, IEnumerable<string> spellings) => spellings
        .Where(spelling => SynonymKey.Of(spelling) != key)
        .DistinctBy(SynonymKey.Of, StringComparer.Ordinal)
        .Select(spelling => new Synonym(SynonymTable.IdOf(key, spelling), spelling, SynonymSource.Country, 1));

    private static CountryNames Read()
    {
        using var stream = typeof(CountryNames).Assembly.GetManifestResourceStream("country-names.tsv")!;
        using var reader = new StreamReader(stream);
        return new CountryNames(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
