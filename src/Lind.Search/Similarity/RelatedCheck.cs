using Lind.Index.Storage;
using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>Checks that the arrays of a snapshot fit each other, so that no later access leaves them.</summary>
internal static class RelatedCheck
{
    /// <summary>Lengths only: cheap, done whenever a snapshot is opened.</summary>
    public static void Lengths(SectionFile file, string name)
    {
        var count = file.Get<int>("numbers").Length;
        var columns = file.Get<int>("columns").Length;
        var fits = file.Get<uint>("termStarts").Length == count + 1
            && file.Get<float>("termScale").Length == count
            && file.Get<ushort>("words").Length == count
            && file.Get<uint>("base").Length == 1
            && file.Get<uint>("listStarts").Length == file.Get<int>("listKeys").Length + 1
            && file.Get<uint>("lists").Length <= file.Get<uint>("terms").Length
            && file.Get<byte>("rarity").Length == file.Get<int>("rarityKeys").Length
            && !file.Get<int>("rarityKeys").ContainsAnyExceptInRange(0, PackedEntry.Keys - 1)
            && file.Get<uint>("keyStarts").Length == (2 * count) + 1
            && file.Get<sbyte>("places").Length == columns * RelatedFormat.Width
            && file.Get<float>("placeScale").Length == columns
            && file.Get<sbyte>("near").Length == count * RelatedFormat.NearWidth
            && file.Get<sbyte>("far").Length == count * RelatedFormat.FarWidth
            && file.Get<float>("denseScale").Length == count
            && file.Get<byte>("flags").Length == count
            && file.Get<byte>("phases").Length == count
            && file.Get<ulong>("sponsors").Length == count
            && file.Get<uint>("siteStarts").Length == count + 1
            && file.Get<long>("cardStarts").Length == count + 1
            && file.Get<ulong>("familyHashes").Length == file.Get<int>("familyStudies").Length;
        if (!fits)
        {
            throw new IndexFormatException($"{name}: the arrays do not fit each other.");
        }
    }

    /// <summary>Everything: offsets rise and end at the end, references stay inside.</summary>
    /// <returns>What is wrong, one sentence each.</returns>
    public static List<string> Contents(SectionFile file, string name)
    {
        var problems = new List<string>();
        var count = file.Get<int>("numbers").Length;
        if (!Rises(file.Get<int>("numbers")))
        {
            problems.Add($"{name}: the studies are not in order.");
        }

        foreach (var (starts, length) in new[]
        {
            ("termStarts", file.Get<uint>("terms").Length), ("listStarts", file.Get<uint>("lists").Length),
            ("keyStarts", file.Get<int>("keys").Length), ("siteStarts", file.Get<float>("sites").Length / 2),
        })
        {
            if (!Covers(file.Get<uint>(starts), length))
            {
                problems.Add($"{name}: {starts} does not cover its array.");
            }
        }

        if (!CardsCover(file.Get<long>("cardStarts"), file.Get<byte>("cards").Length))
        {
            problems.Add($"{name}: cardStarts does not cover its array.");
        }

        if (file.Get<int>("familyStudies").ContainsAnyExceptInRange(0, Math.Max(0, count - 1))
            || file.Get<uint>("lists").ContainsAnyExceptInRange(0u, PackedEntry.Of(count, 0)))
        {
            problems.Add($"{name}: a reference to a study that is not there.");
        }

        return problems;
    }

    /// <summary>Whether what came since fits its base: it drops only studies that the base holds (checked when both are
    /// opened), and every study that both hold.</summary>
    /// <returns>What is wrong, one sentence each.</returns>
    public static List<string> Fit(RelatedPart whole, RelatedPart side)
    {
        var problems = new List<string>();
        if (!Rises(side.Dropped))
        {
            problems.Add($"{side.Name}: the dropped studies are not in order.");
        }

        foreach (var number in side.Numbers)
        {
            if (whole.Numbers.BinarySearch(number) >= 0 && side.Dropped.BinarySearch(number) < 0)
            {
                problems.Add($"{side.Name}: {FamilyLinks.IdOf(number)} counts twice.");
            }
        }

        return problems;
    }

    private static bool Rises(ReadOnlySpan<int> values)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] <= values[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static bool Covers(ReadOnlySpan<uint> starts, int length)
    {
        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i] < starts[i - 1])
            {
                return false;
            }
        }

        return starts[0] == 0 && starts[^1] == length;
    }

    private static bool CardsCover(ReadOnlySpan<long> starts, int length)
    {
        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i] < starts[i - 1])
            {
                return false;
            }
        }

        return starts[0] == 0 && starts[^1] == length;
    }
}
