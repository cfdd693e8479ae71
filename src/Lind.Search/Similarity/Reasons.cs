namespace Lind.Search.Similarity;

/// <summary>Says in plain sentences what two records both show. Every sentence rests on something that stands in both.
/// </summary>
internal static class Reasons
{
    private const int MostNamed = 3;

    /// <summary>The reasons, strongest first; never none.</summary>
    public static IReadOnlyList<string> Of(
        StudyTraits own, StudyTraits other, Scored scored, IEnumerable<FamilyLink> family, bool isText)
    {
        var reasons = family.Select(Family).Distinct(StringComparer.Ordinal).ToList();
        var named = new List<string>();
        AddConditions(own, other, named, reasons);
        AddInterventions(own, other, named, reasons);
        AddNames(own.Keywords, other.Keywords, "Both name as keywords: {0}.", named, reasons);
        AddNames(own.PrimaryOutcomes, other.PrimaryOutcomes, "Both have the primary outcome: {0}.", named, reasons);
        if (!isText)
        {
            Population.AddShared(own, other, reasons);
        }

        if (reasons.Count == 0)
        {
            AddTitleWords(own, other, reasons);
        }

        if (reasons.Count == 0)
        {
            reasons.Add(scored.Text >= scored.Learned
                ? "The two descriptions use many of the same less common words."
                : "The two descriptions use words that often stand together in other studies.");
        }

        return reasons;
    }

    private static string Family(FamilyLink link)
    {
        var other = link.StatedBy == link.From ? link.To : link.From;
        return link.Kind switch
        {
            FamilyKind.Parent => $"{link.To} is the study that this one extends: {link.StatedBy} says so, quoting {link.Evidence}.",
            FamilyKind.Extension => $"{link.To} extends or follows up this study: {link.StatedBy} says so, quoting {link.Evidence}.",
            FamilyKind.SubStudy => $"One is a sub-study or companion of the other: {link.StatedBy} says so, quoting {link.Evidence}.",
            FamilyKind.SameProgramme => $"Both carry the number {link.Evidence}.",
            FamilyKind.SharedPublication => $"Both list the publication PubMed {link.Evidence} as theirs.",
            _ => $"{link.StatedBy} names {other} in its record.",
        };
    }

    private static void AddConditions(StudyTraits own, StudyTraits other, List<string> named, List<string> reasons)
    {
        var shared = SharedNames(own.Conditions, other.Conditions);
        if (shared.Count < MostNamed)
        {
            SameThing.AddNew(shared, SharedHeadings(own.ConditionHeadings, other.ConditionHeadings)
                .Where(heading => IsSaid(heading, own) && IsSaid(heading, other)), MostNamed);
        }

        named.AddRange(shared);
        if (shared.Count > 0)
        {
            reasons.Add($"Both study {Naming.Join(shared)}.");
            return;
        }

        if (NearestAbove(own.ConditionHeadings, other.ConditionHeadings, 2) is var (above, mine, its))
        {
            reasons.Add($"Both study {Pair(above, mine, its)}.");
        }
    }

    private static void AddInterventions(
        StudyTraits own, StudyTraits other, List<string> named, List<string> reasons)
    {
        var shared = SharedNames(own.Interventions, other.Interventions);
        if (shared.Count < MostNamed)
        {
            SameThing.AddNew(shared, SharedHeadings(own.InterventionHeadings, other.InterventionHeadings), MostNamed);
        }

        named.AddRange(shared);
        if (shared.Count > 0)
        {
            reasons.Add($"Both are about {Naming.Join(shared)}.");
            return;
        }

        if (NearestAbove(own.InterventionHeadings, other.InterventionHeadings, 4) is var (above, mine, its))
        {
            reasons.Add($"Both are about {Pair(above, mine, its)}.");
        }
    }

    private static string Pair(string above, string mine, string its)
    {
        var whole = Naming.OfHeading(above);
        return mine == above || its == above
            ? $"{whole}, one of them {Naming.OfHeading(mine == above ? its : mine)}"
            : $"{whole}: one {Naming.OfHeading(mine)}, the other {Naming.OfHeading(its)}";
    }

    private static void AddNames(
        List<string> own, List<string> other, string sentence, List<string> named, List<string> reasons)
    {
        var shared = SharedNames(own, other).Where(name => !named.Exists(said => SameThing.IsSame(said, name))).ToList();
        named.AddRange(shared);
        if (shared.Count > 0)
        {
            reasons.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, Naming.Join(shared)));
        }
    }

    private static List<string> SharedNames(List<string> own, List<string> other)
    {
        var keys = other.Select(Naming.Key).ToHashSet(StringComparer.Ordinal);
        var shared = new List<string>();
        SameThing.AddNew(
            shared, own.Where(name => !Naming.IsEveryday(name) && Naming.Key(name) is { Length: > 0 } key && keys.Contains(key)), MostNamed);
        return shared;
    }

    private static List<string> SharedHeadings(List<int> own, List<int> other)
    {
        var tree = HeadingTree.Bundled;
        return [.. own.Where(heading => other.Contains(heading) && tree.Depth(heading) > 1)
            .OrderByDescending(tree.Depth).Select(heading => Naming.OfHeading(tree.NameOf(heading)))
            .Where(name => !Naming.IsEveryday(name)).Take(MostNamed)];
    }

    // The registry gives Hepatitis A to every study of hepatitis B or C: a letter must stand in the record's own words.
    private static bool IsSaid(string heading, StudyTraits traits) => heading is not [.., ' ', _]
        || traits.Conditions.Concat(traits.Keywords).Append(traits.Title).Append(traits.OfficialTitle)
            .Any(text => SameThing.Covers(text, heading));

    private static (string Above, string Mine, string Its)? NearestAbove(List<int> own, List<int> other, int least)
    {
        var tree = HeadingTree.Bundled;
        (string, string, string)? best = null;
        var depth = least - 1;
        foreach (var mine in own)
        {
            foreach (var its in other.Where(its => its != mine))
            {
                foreach (var above in tree.WithAncestors(mine))
                {
                    if (tree.Depth(above) > depth && !tree.IsStructure(above) && tree.WithAncestors(its).Contains(above)
                        && !Naming.IsEveryday(tree.NameOf(above)))
                    {
                        depth = tree.Depth(above);
                        best = (tree.NameOf(above), tree.NameOf(mine), tree.NameOf(its));
                    }
                }
            }
        }

        return best;
    }

    private static void AddTitleWords(StudyTraits own, StudyTraits other, List<string> reasons)
    {
        var words = TermHash.Of(own.Title + " " + own.OfficialTitle).Where(word => word != 0).ToHashSet();
        var shared = (other.Title + " " + other.OfficialTitle).Split([' ', ',', ';', ':', '(', ')', '/', '.'],
            StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 3 && TermHash.Of(word) is [var hash] && words.Contains(hash))
            .DistinctBy(word => TermHash.Of(word)[0]).Take(4).ToList();
        if (shared.Count > 0)
        {
            reasons.Add($"Both titles speak of {Naming.Join(shared)}.");
        }
    }
}
