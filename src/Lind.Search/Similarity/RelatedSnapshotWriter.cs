using System.Runtime.InteropServices;
using Lind.Index.Storage;
using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>Writes a snapshot: <see cref="RelatedFormat"/>.</summary>
internal static class RelatedSnapshotWriter
{
    private const string Aside = "related.tmp";

    /// <summary>Places all studies and publishes the file under its number.</summary>
    public static void Write(
        IndexDirectory directory, int snapshot, List<Collected> studies, Rarity rarity, LearnedPlaces places) =>
        Write(directory, snapshot, studies, rarity, places, after: 0, []);

    /// <summary>Publishes what came since a base, which holds how rare terms are and where they stand.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="snapshot">The new number.</param>
    /// <param name="studies">What came, with final weights.</param>
    /// <param name="places">Those of the base.</param>
    /// <param name="after">The base's number.</param>
    /// <param name="dropped">NCT numbers of the base that no longer count, ascending.</param>
    public static void WriteBeside(
        IndexDirectory directory, int snapshot, List<Collected> studies, LearnedPlaces places, int after, int[] dropped) =>
        Write(directory, snapshot, studies, null, places, after, dropped);

    private static void Write(
        IndexDirectory directory, int snapshot, List<Collected> studies, Rarity? rarity, LearnedPlaces places, int after,
        int[] dropped)
    {
        using (var writer = new SectionWriter(directory, Aside, RelatedFormat.Kind))
        {
            writer.Write<uint>("version", [RelatedFormat.Version]);
            writer.Write<uint>("base", [(uint)after]);
            writer.Write<int>("dropped", dropped);
            writer.Write<int>("numbers", studies.Select(study => study.Number).ToArray());
            WriteTerms(writer, studies);
            var (keys, steps) = rarity?.Stored() ?? ([], []);
            writer.Write<int>("rarityKeys", keys);
            writer.Write<byte>("rarity", steps);
            WriteKeys(writer, studies);
            WriteLearned(writer, after == 0 ? places : new LearnedPlaces([], [], []));
            WritePlaces(writer, studies, places);
            WriteColumns(writer, studies);
            WriteFamily(writer, studies);
            writer.Finish();
        }

        directory.Sync(Aside);
        directory.Rename(Aside, RelatedFormat.FileName(snapshot));
        directory.SyncNames();
    }

    /// <summary>Gives final weights to every study that has counts.</summary>
    public static void Weigh(List<Collected> studies, Rarity rarity) => Parallel.For(0, studies.Count, index =>
    {
        if (!studies[index].IsFinal)
        {
            var (terms, scale) = rarity.Weigh(studies[index].Terms);
            studies[index] = studies[index] with { Terms = terms, Scale = scale, IsFinal = true };
        }
    });

    private static void WriteTerms(SectionWriter writer, List<Collected> studies)
    {
        writer.Write<uint>("termStarts", Starts(studies, study => study.Terms.Length));
        writer.Begin("terms");
        foreach (var study in studies)
        {
            writer.Append<uint>(study.Terms);
        }

        writer.Write<float>("termScale", studies.Select(study => study.Scale).ToArray());
        writer.Write<ushort>("words", studies.Select(study => study.Words).ToArray());
        var starts = Starts(studies, study => Math.Min(study.Terms.Length, RelatedFormat.MostListed));
        var (listKeys, listStarts, lists) = SparseVectors.Invert(starts, Heaviest(studies, starts));
        writer.Write<int>("listKeys", listKeys);
        writer.Write<uint>("listStarts", listStarts);
        writer.Write<uint>("lists", lists);
    }

    // All studies' heaviest terms in one piece: at full scale the pieces apart would take as much again.
    private static uint[] Heaviest(List<Collected> studies, uint[] starts)
    {
        var all = new uint[starts[^1]];
        Parallel.For(0, studies.Count, index => Heaviest(studies[index].Terms).CopyTo(all, starts[index]));
        return all;
    }

    // The lighter terms only join studies that share heavier ones; the exact comparison still counts them.
    private static uint[] Heaviest(uint[] terms)
    {
        if (terms.Length <= RelatedFormat.MostListed)
        {
            return terms;
        }

        var heaviest = (uint[])terms.Clone();
        Array.Sort(Array.ConvertAll(terms, term => (-PackedEntry.Weight(term), PackedEntry.Key(term))), heaviest);
        Array.Resize(ref heaviest, RelatedFormat.MostListed);
        Array.Sort(heaviest);
        return heaviest;
    }

    private static void WriteKeys(SectionWriter writer, List<Collected> studies)
    {
        var starts = new uint[(studies.Count * 2) + 1];
        for (var i = 0; i < studies.Count; i++)
        {
            starts[(2 * i) + 1] = starts[2 * i] + (uint)studies[i].ConditionKeys.Length;
            starts[(2 * i) + 2] = starts[(2 * i) + 1] + (uint)studies[i].InterventionKeys.Length;
        }

        writer.Write<uint>("keyStarts", starts);
        writer.Begin("keys");
        foreach (var study in studies)
        {
            writer.Append<int>(study.ConditionKeys);
            writer.Append<int>(study.InterventionKeys);
        }
    }

    private static void WriteLearned(SectionWriter writer, LearnedPlaces places)
    {
        writer.Write("columns", places.Columns);
        writer.Write("places", places.Places);
        writer.Write("placeScale", places.Scales);
    }

    private static void WritePlaces(SectionWriter writer, List<Collected> studies, LearnedPlaces places)
    {
        var near = new sbyte[studies.Count * RelatedFormat.NearWidth];
        var far = new sbyte[studies.Count * RelatedFormat.FarWidth];
        var scales = new float[studies.Count];
        Parallel.For(0, studies.Count, index =>
        {
            Span<sbyte> whole = stackalloc sbyte[RelatedFormat.Width];
            scales[index] = places.Place(studies[index].Terms, whole);
            whole[..RelatedFormat.NearWidth].CopyTo(near.AsSpan(index * RelatedFormat.NearWidth));
            whole[RelatedFormat.NearWidth..].CopyTo(far.AsSpan(index * RelatedFormat.FarWidth));
        });
        writer.Write<sbyte>("near", near);
        writer.Write<sbyte>("far", far);
        writer.Write<float>("denseScale", scales);
    }

    private static void WriteColumns(SectionWriter writer, List<Collected> studies)
    {
        writer.Write<byte>("flags", studies.Select(study => study.Flags).ToArray());
        writer.Write<byte>("phases", studies.Select(study => study.Phases).ToArray());
        writer.Write<ulong>("sponsors", studies.Select(study => study.Sponsor).ToArray());
        writer.Write<uint>("siteStarts", Starts(studies, study => study.Sites.Length));
        writer.Begin("sites");
        foreach (var study in studies)
        {
            writer.Append(MemoryMarshal.Cast<SitePoint, float>(study.Sites));
        }

        var cards = new long[studies.Count + 1];
        for (var i = 0; i < studies.Count; i++)
        {
            cards[i + 1] = cards[i] + studies[i].Card.Length;
        }

        writer.Write<long>("cardStarts", cards);
        writer.Begin("cards");
        foreach (var study in studies)
        {
            writer.Append<byte>(study.Card);
        }
    }

    private static void WriteFamily(SectionWriter writer, List<Collected> studies)
    {
        var pairs = studies.SelectMany((study, index) => study.FamilyHashes.Select(hash => (hash, index))).ToArray();
        Array.Sort(pairs);
        writer.Write<ulong>("familyHashes", pairs.Select(pair => pair.hash).ToArray());
        writer.Write<int>("familyStudies", pairs.Select(pair => pair.index).ToArray());
    }

    private static uint[] Starts(List<Collected> studies, Func<Collected, int> length)
    {
        var starts = new uint[studies.Count + 1];
        for (var i = 0; i < studies.Count; i++)
        {
            starts[i + 1] = starts[i] + (uint)length(studies[i]);
        }

        return starts;
    }
}
