namespace Lind.Search.Similarity;

/// <summary>Whether two names say one thing, so that a sentence says it once.</summary>
internal static class SameThing
{
    // "Depression" and "Depressive disorder": words that begin alike so far are one word in two forms.
    private const int SharedBeginning = 7;

    private static readonly HashSet<string> Kinds = new(
        ["disorder", "disorders", "disease", "diseases", "syndrome", "condition", "conditions"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the names that say something new, up to so many. A name that is another spelling of one already
    /// said, or only a wider heading above it, is passed over; one that says it more closely takes its place.</summary>
    public static void AddNew(List<string> said, IEnumerable<string> names, int most)
    {
        foreach (var name in names)
        {
            var same = said.FindIndex(one => IsSame(one, name));
            if (same < 0 && said.Count < most)
            {
                said.Add(name);
            }
            else if (same >= 0 && !Covers(said[same], name) && Covers(name, said[same]))
            {
                said[same] = name;
            }
        }
    }

    /// <summary>Whether the second name adds nothing to the first.</summary>
    public static bool IsSame(string said, string name) =>
        Covers(said, name) || Covers(name, said) || IsHeadingOf(said, name) || IsOtherForm(said, name);

    /// <summary>Whether a name holds all words of another.</summary>
    public static bool Covers(string name, string part)
    {
        var words = TermHash.Of(name, letters: true);
        return TermHash.Of(part, letters: true).TrueForAll(words.Contains);
    }

    private static bool IsHeadingOf(string said, string name)
    {
        var tree = HeadingTree.Bundled;
        var (own, other) = (tree.FindWhole(said), tree.FindWhole(name));
        return own >= 0 && other >= 0 && tree.WithAncestors(own).Contains(other);
    }

    private static bool IsOtherForm(string said, string name)
    {
        var (own, other) = (TellingWords(said), TellingWords(name));
        return own.Length > 0 && own.Length == other.Length
            && own.Zip(other).All(pair => BeginAlike(pair.First, pair.Second));
    }

    private static string[] TellingWords(string name) =>
        [.. name.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => !Kinds.Contains(word))];

    private static bool BeginAlike(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
        || (left.Length >= SharedBeginning && right.Length >= SharedBeginning
            && left.AsSpan(0, SharedBeginning).Equals(right.AsSpan(0, SharedBeginning), StringComparison.OrdinalIgnoreCase));
}
