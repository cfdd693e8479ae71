using System.Globalization;
using System.Text;

namespace Lind.Search.Synonyms;

/// <summary>All synonyms by key. Immutable; kept beside the index as lines of text.</summary>
internal sealed class SynonymTable
{
    private readonly Dictionary<string, IReadOnlyList<Synonym>> _byKey;

    /// <summary>A table of the given synonyms by key.</summary>
    public SynonymTable(Dictionary<string, IReadOnlyList<Synonym>> byKey) => _byKey = byKey;

    /// <summary>A table without synonyms.</summary>
    public static SynonymTable Empty { get; } = new([]);

    /// <summary>How many texts have synonyms.</summary>
    public int Count => _byKey.Count;

    /// <summary>Whether a key has synonyms.</summary>
    public bool Knows(string key) => _byKey.ContainsKey(key);

    /// <summary>The synonyms of a key, best first.</summary>
    public IReadOnlyList<Synonym> Of(string key) => _byKey.GetValueOrDefault(key) ?? [];

    /// <summary>The table as UTF-8 lines: key, text, source, weight, tab-separated, by key.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        foreach (var (key, synonyms) in _byKey.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var one in synonyms)
            {
                text.Append(CultureInfo.InvariantCulture, $"{key}\t{one.Text}\t{(int)one.Source}\t{one.Weight:0.###}\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">A line is not of that form.</exception>
    public static SynonymTable FromBytes(ReadOnlySpan<byte> utf8)
    {
        var byKey = new Dictionary<string, IReadOnlyList<Synonym>>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(utf8).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('\t');
            if (cells.Length != 4
                || !int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var source)
                || !float.TryParse(cells[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
            {
                throw new InvalidDataException("The synonym table has a line that is none.");
            }

            var synonym = new Synonym(IdOf(cells[0], cells[1]), cells[1], (SynonymSource)source, weight);
            if (byKey.TryGetValue(cells[0], out var known))
            {
                ((List<Synonym>)known).Add(synonym);
            }
            else
            {
                byKey.Add(cells[0], new List<Synonym> { synonym });
            }
        }

        return new SynonymTable(byKey);
    }

    /// <summary>The id of a pair: the same wherever and whenever it is learned.</summary>
    public static long IdOf(string key, string text)
    {
        // FNV-1a, 32 bits: short enough to read out.
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(key + "\n" + text))
        {
            hash = unchecked((hash ^ b) * 16777619u);
        }

        return hash;
    }
}
