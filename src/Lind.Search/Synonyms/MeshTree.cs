using System.Collections.Frozen;

namespace Lind.Search.Synonyms;

/// <summary>The headings of the MeSH tree (U.S. National Library of Medicine) with their tree numbers.</summary>
internal sealed class MeshTree
{
    private readonly FrozenDictionary<string, string[]> _numbersByKey;
    private readonly FrozenDictionary<string, string> _headingByNumber;

    private MeshTree(IReadOnlyList<(string Number, string Heading)> rows)
    {
        _headingByNumber = rows.ToFrozenDictionary(row => row.Number, row => row.Heading, StringComparer.Ordinal);
        _numbersByKey = rows.GroupBy(row => SynonymKey.Of(row.Heading), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(row => row.Number).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The tree that ships with the program; read on first use.</summary>
    public static MeshTree Bundled { get; } = Read();

    /// <summary>All headings.</summary>
    public IEnumerable<string> Headings => _headingByNumber.Values.Distinct(StringComparer.Ordinal);

    /// <summary>The tree numbers of a heading, by its key; empty when it is none.</summary>
    public IReadOnlyList<string> NumbersOf(string key) => _numbersByKey.GetValueOrDefault(key) ?? [];

    /// <summary>The heading at a tree number; null when there is none.</summary>
    public string? HeadingAt(string number) => _headingByNumber.GetValueOrDefault(number);

    /// <summary>A heading in natural order: <c>Carcinoma, Non-Small-Cell Lung</c> is
    /// <c>Non-Small-Cell Lung Carcinoma</c>; the heading itself when it is not inverted.</summary>
    public static string Natural(string heading)
    {
        var parts = heading.Split(", ");
        Array.Reverse(parts);
        return string.Join(' ', parts);
    }

    private static MeshTree Read()
    {
        using var stream = typeof(MeshTree).Assembly.GetManifestResourceStream("mesh-tree-2019.tsv")
            ?? throw new InvalidOperationException("The MeSH tree is not embedded.");
        using var reader = new StreamReader(stream);
        var rows = new List<(string Number, string Heading)>();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0)
            {
                rows.Add((line[..tab], line[(tab + 1)..].Trim()));
            }
        }

        return new MeshTree(rows.DistinctBy(row => row.Number).ToList());
    }
}
