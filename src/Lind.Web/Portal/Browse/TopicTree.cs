using Lind.Search;

namespace Lind.Web.Portal;

/// <summary>The tree of medical subject headings, for walking from broad to narrow. It comes with the search engine,
/// which searches by it.</summary>
public sealed class TopicTree
{
    // Branch C holds the diseases, F03 the mental disorders; D the drugs and substances, E the procedures.
    private static readonly string[] DiseaseRoots = ["C", "F03"];
    private static readonly string[] TreatmentRoots = ["D", "E"];

    private readonly Dictionary<string, string> _headings;
    private readonly ILookup<string, string> _numbers;
    private readonly ILookup<string, string> _children;

    private TopicTree(Dictionary<string, string> headings)
    {
        _headings = headings;
        _numbers = headings.ToLookup(row => row.Value, row => row.Key, StringComparer.OrdinalIgnoreCase);
        _children = headings.Keys.ToLookup(ParentOf, StringComparer.Ordinal);
    }

    /// <summary>The broadest headings of a kind of topic; none where the tree has no such kind.</summary>
    public IReadOnlyList<string> Broadest(TopicKind kind) => kind.Name switch
    {
        "conditions" => Roots(DiseaseRoots),
        "interventions" => Roots(TreatmentRoots),
        _ => [],
    };

    public IReadOnlyList<string> Narrower(string heading) => [.. _numbers[heading]
        .SelectMany(number => _children[number]).Select(number => _headings[number]).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Broader(string heading) => [.. _numbers[heading].Select(ParentOf)
        .Where(number => number.Length > 0 && _headings.ContainsKey(number)).Select(number => _headings[number]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Reads the tree; an empty one when the engine brings none.</summary>
    public static TopicTree Load()
    {
        using var stream = typeof(SearchIndex).Assembly.GetManifestResourceStream("mesh-tree-2019.tsv");
        using var reader = stream is null ? null : new StreamReader(stream);
        var headings = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader?.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0)
            {
                headings.TryAdd(line[..tab], line[(tab + 1)..].Trim());
            }
        }

        return new TopicTree(headings);
    }

    private IReadOnlyList<string> Roots(string[] branches) => [.. _headings
        .Where(row => !row.Key.Contains('.', StringComparison.Ordinal) && branches.Any(root => row.Key.StartsWith(root, StringComparison.Ordinal)))
        .OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Value)];

    private static string ParentOf(string number) =>
        number.LastIndexOf('.') is > 0 and var dot ? number[..dot] : "";
}
