namespace Lind.Search.Similarity;

/// <summary>The MeSH tree as needed here: headings found in text by their words, and everything above them.</summary>
internal sealed class HeadingTree
{
    private const int LongestHeading = 8;

    // Not 0, which is what a word that says nothing adds: "Treatment Failure" must not be found in "failure".
    private const ulong Beginning = 1;

    // Diseases; disorders of the mind; behaviour and anxiety, but not social roles, motives and the like.
    private static readonly string[] ConditionBranches = ["C", "F03", "F01.145.126", "F01.145.317", "F01.145.407", "F01.145.805", "F01.470.132"];

    // What is given or done, and what that is made of: cells, fluids and tissues, organisms, substances, procedures,
    // mental treatments, exercise, teaching, food and devices, care. Not organs ("heart" in a title is no treatment).
    private static readonly string[] InterventionBranches =
        ["A11", "A12", "A15", "A16", "B", "D", "E", "F02.463", "F04", "G11.427", "I02", "I03", "J", "N02.421", "N04.590"];

    // How studies are made, which is in nearly every title; and man himself.
    private static readonly string[] MethodBranches = ["E01.789", "E05.318", "E05.337", "E05.581", "B01.050.150.900.649"];

    // What a substance is made of says little about what it is given for: "both are metals" is no reason.
    private static readonly string[] StructureBranches = ["D01", "D02", "D03", "D04", "D05", "D20"];

    // What records write for a heading's last word.
    private static readonly (string Heading, string[] Written)[] Written =
    [
        ("Neoplasms", ["Cancer", "Tumors", "Carcinoma", "Malignancy"]), ("Carcinoma", ["Cancer"]), ("Infections", ["Infection"]),
    ];

    private readonly string[] _names;
    private readonly int[][] _above;
    private readonly bool[] _isCondition;
    private readonly bool[] _isIntervention;
    private readonly bool[] _isStructure;
    private readonly Dictionary<string, int> _byName;
    private readonly Dictionary<ulong, int> _byWords = [];

    private HeadingTree(List<(string Number, string Name)> rows)
    {
        _names = [.. rows.Select(row => row.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _byName = _names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.OrdinalIgnoreCase);
        _isCondition = new bool[_names.Length];
        _isIntervention = new bool[_names.Length];
        _isStructure = new bool[_names.Length];
        var byNumber = rows.ToDictionary(row => row.Number, row => _byName[row.Name], StringComparer.Ordinal);
        var above = _names.Select(_ => new SortedSet<int>()).ToArray();
        foreach (var (number, name) in rows)
        {
            var heading = _byName[name];
            var condition = IsConditionBranch(number);
            _isCondition[heading] |= condition;
            _isIntervention[heading] |= !condition && IsInterventionBranch(number);
            _isStructure[heading] |= StartsWithAny(number, StructureBranches);
            for (var at = number; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOf('.'))])
            {
                above[heading].Add(byNumber.GetValueOrDefault(at, heading));
            }
        }

        _above = [.. above.Select(set => set.ToArray())];
        foreach (var (index, name) in _names.Index())
        {
            AddWords(name, index);
            AddWords(Natural(name), index);
        }

        foreach (var (index, name) in _names.Index().Where(pair => _isCondition[pair.Index]))
        {
            AddWritten(Natural(name), index);
        }
    }

    /// <summary>The tree that ships with the program.</summary>
    public static HeadingTree Bundled { get; } = ReadBundled();

    /// <summary>A heading's name.</summary>
    public string NameOf(int heading) => _names[heading];

    /// <summary>A heading by name; -1 when there is none.</summary>
    public int Find(string name) => _byName.GetValueOrDefault(name, -1);

    /// <summary>The heading that a name as a whole is a spelling of ("Esophageal cancer" of <c>Esophageal Neoplasms</c>);
    /// -1 when there is none.</summary>
    public int FindWhole(string name)
    {
        var words = TermHash.Of(name, letters: true);
        return words.Count is > 0 and <= LongestHeading && _byWords.TryGetValue(Joined(words), out var heading) ? heading : -1;
    }

    /// <summary>The heading itself and all above it.</summary>
    public ReadOnlySpan<int> WithAncestors(int heading) => _above[heading];

    /// <summary>How far below the top of its branch a heading stands; 1 at the top.</summary>
    public int Depth(int heading) => _above[heading].Length;

    /// <summary>Whether it names a disease, an injury or a disorder of the mind or of behaviour.</summary>
    public bool IsCondition(int heading) => _isCondition[heading];

    /// <summary>Whether it names something that is done or given, or what that is made of.</summary>
    public bool IsIntervention(int heading) => _isIntervention[heading];

    /// <summary>Whether it groups substances by what they are made of.</summary>
    public bool IsStructure(int heading) => _isStructure[heading];

    /// <summary>The headings whose words stand in a text: the longest at each place, of the wanted sort.</summary>
    public void FindIn(List<ulong> words, bool conditions, HashSet<int> found)
    {
        for (var at = 0; at < words.Count;)
        {
            var (length, heading) = LongestAt(words, at, conditions);
            if (length > 0)
            {
                found.Add(heading);
            }

            at += Math.Max(1, length);
        }
    }

    private (int Length, int Heading) LongestAt(List<ulong> words, int at, bool conditions)
    {
        var best = (0, -1);
        var joined = Beginning;
        for (var length = 1; length <= LongestHeading && at + length <= words.Count; length++)
        {
            joined = TermHash.Join(joined, words[at + length - 1]);
            if (_byWords.TryGetValue(joined, out var heading)
                && (conditions ? _isCondition[heading] : _isIntervention[heading]))
            {
                best = (length, heading);
            }
        }

        return best;
    }

    private void AddWords(string name, int heading)
    {
        var words = TermHash.Of(name, letters: true);
        if (words.Count is 0 or > LongestHeading || name.Length < 3 || words.TrueForAll(word => word == 0))
        {
            return;
        }

        _byWords.TryAdd(Joined(words), heading);
    }

    private static ulong Joined(List<ulong> words) => words.Aggregate(Beginning, TermHash.Join);

    // A heading proper goes before: "lung cancer" is Lung Neoplasms because no heading has that name.
    private void AddWritten(string natural, int heading)
    {
        foreach (var (last, written) in Written.Where(pair => natural.EndsWith(" " + pair.Heading, StringComparison.Ordinal)))
        {
            foreach (var word in written)
            {
                AddWords(natural[..^last.Length] + word, heading);
            }
        }
    }

    // "Carcinoma, Non-Small-Cell Lung" is "Non-Small-Cell Lung Carcinoma" in running text.
    private static string Natural(string name)
    {
        var parts = name.Split(", ");
        Array.Reverse(parts);
        return string.Join(' ', parts);
    }

    private static bool IsConditionBranch(string number) => StartsWithAny(number, ConditionBranches);

    private static bool IsInterventionBranch(string number) =>
        StartsWithAny(number, InterventionBranches) && !StartsWithAny(number, MethodBranches);

    private static bool StartsWithAny(string number, string[] branches) =>
        Array.Exists(branches, branch => number.StartsWith(branch, StringComparison.Ordinal));

    private static HeadingTree ReadBundled()
    {
        using var stream = typeof(HeadingTree).Assembly.GetManifestResourceStream("mesh-tree-2019.tsv")
            ?? throw new InvalidOperationException("The MeSH tree is not embedded.");
        using var reader = new StreamReader(stream);
        var rows = new List<(string Number, string Name)>();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0)
            {
                rows.Add((line[..tab], line[(tab + 1)..].Trim()));
            }
        }

        return new HeadingTree([.. rows.DistinctBy(row => row.Number)]);
    }
}
