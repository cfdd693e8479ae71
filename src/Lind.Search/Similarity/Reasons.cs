namespace Lind.Search.Similarity;

/// <summary>Says what two records both show. Every sentence rests on something that stands in both.
/// </summary>
internal static class Reasons
{
    private const int MostNamed = 3;

    /// <summary>The reasons, strongest first; never none.</summary>
    public static IReadOnlyList<RelatedStatement> Of(
        StudyTraits own, StudyTraits other, Scored scored, IEnumerable<FamilyLink> family, bool isText)
    {
        var reasons = family.Select(Family).DistinctBy(one => one.ToString(), StringComparer.Ordinal).ToList();
        var named = new List<string>();
        AddConditions(own, other, named, reasons);
        AddInterventions(own, other, named, reasons);
        AddNames(own.Keywords, other.Keywords, StatementKind.Keywords, named, reasons);
        AddNames(own.PrimaryOutcomes, other.PrimaryOutcomes, StatementKind.PrimaryOutcomes, named, reasons);
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
            reasons.Add(new(scored.Text >= scored.Learned ? StatementKind.RareWords : StatementKind.NeighbouringWords));
        }

        return reasons;
    }

    private static RelatedStatement Family(FamilyLink link)
    {
        var other = link.StatedBy == link.From ? link.To : link.From;
        return link.Kind switch
        {
            FamilyKind.Parent => Of(StatementKind.Parent, link.To, link.StatedBy, link.Evidence),
            FamilyKind.Extension => Of(StatementKind.Extension, link.To, link.StatedBy, link.Evidence),
            FamilyKind.SubStudy => Of(StatementKind.SubStudy, link.StatedBy, link.Evidence),
            FamilyKind.SameProgramme => Of(StatementKind.SameNumber, link.Evidence),
            FamilyKind.SharedPublication => Of(StatementKind.SharedPublication, link.Evidence),
            _ => Of(StatementKind.NamesIt, link.StatedBy, other),
        };
    }

    private static RelatedStatement Of(StatementKind kind, params IEnumerable<string> values) =>
        new(kind, [.. values.Select(value => new StatementValue.Names(value))]);

    private static void AddConditions(StudyTraits own, StudyTraits other, List<string> named, List<RelatedStatement> reasons)
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
            reasons.Add(new(StatementKind.Conditions, new StatementValue.Names(shared)));
            return;
        }

        if (NearestAbove(own.ConditionHeadings, other.ConditionHeadings, 2) is var (above, mine, its))
        {
            reasons.Add(Pair(StatementKind.ConditionsOneNarrower, StatementKind.ConditionsApart, above, mine, its));
        }
    }

    private static void AddInterventions(
        StudyTraits own, StudyTraits other, List<string> named, List<RelatedStatement> reasons)
    {
        var shared = SharedNames(own.Interventions, other.Interventions);
        if (shared.Count < MostNamed)
        {
            SameThing.AddNew(shared, SharedHeadings(own.InterventionHeadings, other.InterventionHeadings), MostNamed);
        }

        named.AddRange(shared);
        if (shared.Count > 0)
        {
            reasons.Add(new(StatementKind.Interventions, new StatementValue.Names(shared)));
            return;
        }

        if (NearestAbove(own.InterventionHeadings, other.InterventionHeadings, 4) is var (above, mine, its))
        {
            reasons.Add(Pair(StatementKind.InterventionsOneNarrower, StatementKind.InterventionsApart, above, mine, its));
        }
    }

    private static RelatedStatement Pair(StatementKind narrower, StatementKind apart, string above, string mine, string its)
    {
        var whole = Naming.OfHeading(above);
        return mine == above || its == above
            ? Of(narrower, whole, Naming.OfHeading(mine == above ? its : mine))
            : Of(apart, whole, Naming.OfHeading(mine), Naming.OfHeading(its));
    }

    private static void AddNames(
        List<string> own, List<string> other, StatementKind kind, List<string> named, List<RelatedStatement> reasons)
    {
        var shared = SharedNames(own, other).Where(name => !named.Exists(said => SameThing.IsSame(said, name))).ToList();
        named.AddRange(shared);
        if (shared.Count > 0)
        {
            reasons.Add(new(kind, new StatementValue.Names(shared)));
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

    private static void AddTitleWords(StudyTraits own, StudyTraits other, List<RelatedStatement> reasons)
    {
        var words = TermHash.Of(own.Title + " " + own.OfficialTitle).Where(word => word != 0).ToHashSet();
        var shared = (other.Title + " " + other.OfficialTitle).Split([' ', ',', ';', ':', '(', ')', '/', '.'],
            StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 3 && TermHash.Of(word) is [var hash] && words.Contains(hash))
            .DistinctBy(word => TermHash.Of(word)[0]).Take(4).ToList();
        if (shared.Count > 0)
        {
            reasons.Add(new(StatementKind.TitleWords, new StatementValue.Names(shared)));
        }
    }
}
