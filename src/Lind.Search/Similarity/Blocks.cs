namespace Lind.Search.Similarity;

/// <summary>One place of the joint ranking.</summary>
internal readonly record struct Placed(Scored Scored, double Score, RelatedBlock Block);

/// <summary>Parts the ranking into the two blocks, and makes the second one diverse.</summary>
/// <remarks>The first block: the best studies of the same disease family, or of the same kind of treatment in the same
/// branch of diseases, at most ten. Everything else is the second block, taken one by one: a study loses by its likeness to
/// those already placed. A longer list begins with the shorter one.</remarks>
internal static class Blocks
{
    private const int MostInFirst = 10;
    private const double SameFamily = 0.1;

    /// <summary>The joint ranking, scores falling.</summary>
    public static List<Placed> Of(
        RelatedSnapshot snapshot, IReadOnlyList<Scored> ranked, IReadOnlySet<int> family, int limit, double diversity)
    {
        var placed = new List<Placed>();
        var rest = new List<Scored>();
        foreach (var scored in ranked)
        {
            if (family.Contains(scored.Study))
            {
                placed.Add(new(scored, scored.Total, RelatedBlock.Family));
            }
            else if (placed.Count(one => one.Block == RelatedBlock.Related) < MostInFirst && IsSameQuestion(scored))
            {
                placed.Add(new(scored, scored.Total, RelatedBlock.Related));
            }
            else
            {
                rest.Add(scored);
            }
        }

        Fill(snapshot, placed, rest, limit, diversity);
        return [.. placed.OrderByDescending(one => one.Score).ThenBy(one => snapshot.Number(one.Scored.Study)).Take(limit)];
    }

    private static bool IsSameQuestion(Scored scored) => scored.Conditions >= SameFamily || scored.Both >= SameFamily || scored.Text >= 0.3;

    private static void Fill(
        RelatedSnapshot snapshot, List<Placed> placed, List<Scored> rest, int limit, double diversity)
    {
        var nearest = new double[rest.Count];
        var taken = new bool[rest.Count];
        foreach (var one in placed)
        {
            Approach(snapshot, one.Scored.Study, rest, nearest);
        }

        for (var count = 0; count < Math.Min(limit, rest.Count); count++)
        {
            var best = -1;
            for (var i = 0; i < rest.Count; i++)
            {
                if (!taken[i] && (best < 0 || Value(i) > Value(best)))
                {
                    best = i;
                }
            }

            taken[best] = true;
            placed.Add(new(rest[best], Value(best), RelatedBlock.MoreRelated));
            Approach(snapshot, rest[best].Study, rest, nearest);
        }

        double Value(int i) => rest[i].Total * (1 - (diversity * nearest[i]));
    }

    private static void Approach(RelatedSnapshot snapshot, int study, List<Scored> rest, double[] nearest)
    {
        var place = snapshot.Place(study);
        for (var i = 0; i < rest.Count; i++)
        {
            nearest[i] = Math.Max(nearest[i], Place.Nearness(place, snapshot.Place(rest[i].Study)));
        }
    }
}
