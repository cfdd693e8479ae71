using System.Runtime.InteropServices;
using Lind.Index.Storage;
using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>One open snapshot: <see cref="RelatedFormat"/>. Studies go by their place, 0 to <see cref="Count"/> - 1, in
/// order of their NCT numbers. Immutable and thread-safe.</summary>
internal sealed class RelatedSnapshot : IDisposable
{
    private readonly SectionFile _file;

    private RelatedSnapshot(SectionFile file, double rarityPower)
    {
        _file = file;
        Count = file.Get<int>("numbers").Length;
        Rarity = Rarity.FromStored(file.Get<int>("rarityKeys"), file.Get<byte>("rarity"), rarityPower);
        Places = new LearnedPlaces(
            file.Get<int>("columns").ToArray(), file.Get<sbyte>("places").ToArray(), file.Get<float>("placeScale").ToArray());
    }

    public int Count { get; }

    public Rarity Rarity { get; }

    public LearnedPlaces Places { get; }

    public ReadOnlySpan<int> Numbers => _file.Get<int>("numbers");

    public ReadOnlySpan<float> TermScales => _file.Get<float>("termScale");

    public ReadOnlySpan<sbyte> Dense => _file.Get<sbyte>("dense");

    public ReadOnlySpan<float> DenseScales => _file.Get<float>("denseScale");

    public ReadOnlySpan<byte> Flags => _file.Get<byte>("flags");

    public ReadOnlySpan<byte> Phases => _file.Get<byte>("phases");

    public ReadOnlySpan<ulong> Sponsors => _file.Get<ulong>("sponsors");

    /// <summary>Whether a file is of the version that this program reads.</summary>
    public static bool IsCurrent(IndexDirectory directory, string name)
    {
        if (!SectionFile.IsReadableVersion(directory, name))
        {
            return false;
        }

        using var file = SectionFile.Open(directory, name, RelatedFormat.Kind);
        return IsCurrent(file);
    }

    private static bool IsCurrent(SectionFile file) => file.Get<uint>("version") is [RelatedFormat.Version];

    /// <summary>Opens a snapshot and checks that its arrays fit each other.</summary>
    /// <exception cref="IndexFormatException">The file is not what it should be.</exception>
    public static RelatedSnapshot Open(IndexDirectory directory, string name, RelatedWeights weights)
    {
        var file = SectionFile.Open(directory, name, RelatedFormat.Kind);
        try
        {
            if (!IsCurrent(file))
            {
                throw new IndexFormatException($"{name}: a version of related studies that this program does not read.");
            }

            RelatedCheck.Lengths(file, name);
            return new RelatedSnapshot(file, weights.Rarity);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Where a study stands; negative when it is not there.</summary>
    public int Find(int number) => Numbers.BinarySearch(number);

    public ReadOnlySpan<uint> Terms(int study) => Part<uint>("termStarts", "terms", study);

    /// <summary>The studies with a term, and its weight in each; empty for a term that none has.</summary>
    public ReadOnlySpan<uint> List(int key)
    {
        var index = _file.Get<int>("listKeys").BinarySearch(key);
        return index < 0 ? [] : Part<uint>("listStarts", "lists", index);
    }

    public ReadOnlySpan<int> ConditionKeys(int study) => Part<int>("keyStarts", "keys", 2 * study);

    public ReadOnlySpan<int> InterventionKeys(int study) => Part<int>("keyStarts", "keys", (2 * study) + 1);

    public ReadOnlySpan<sbyte> Place(int study) => Dense.Slice(study * RelatedFormat.Width, RelatedFormat.Width);

    public ReadOnlySpan<SitePoint> Sites(int study)
    {
        var starts = _file.Get<uint>("siteStarts");
        return MemoryMarshal.Cast<float, SitePoint>(_file.Get<float>("sites"))[(int)starts[study]..(int)starts[study + 1]];
    }

    /// <summary>What is shown of a study.</summary>
    public StudyTraits Traits(int study) => StudyCard.Read(Numbers[study], Card(study));

    public byte[] Card(int study)
    {
        var starts = _file.Get<long>("cardStarts");
        return _file.Get<byte>("cards")[(int)starts[study]..(int)starts[study + 1]].ToArray();
    }

    /// <summary>The studies that carry an identifier.</summary>
    public ReadOnlySpan<int> Carriers(ulong hash)
    {
        var hashes = _file.Get<ulong>("familyHashes");
        var from = LowerBound(hashes, hash);
        var to = from;
        while (to < hashes.Length && hashes[to] == hash)
        {
            to++;
        }

        return _file.Get<int>("familyStudies")[from..to];
    }

    /// <summary>The studies as they go into a next snapshot.</summary>
    public IEnumerable<Collected> Carry()
    {
        var families = Families();
        for (var study = 0; study < Count; study++)
        {
            yield return new Collected(
                Numbers[study], Terms(study).ToArray(), true, TermScales[study], ConditionKeys(study).ToArray(),
                InterventionKeys(study).ToArray(), Flags[study], Phases[study], Sponsors[study], Sites(study).ToArray(),
                [.. families[study]], Card(study));
        }
    }

    /// <summary>Checks the checksum of the file, and that every array keeps to its bounds.</summary>
    /// <exception cref="IndexFormatException">The checksum does not fit.</exception>
    public IEnumerable<string> Verify(string name, CancellationToken cancellation)
    {
        _file.Verify(cancellation);
        return RelatedCheck.Contents(_file, name);
    }

    public void Dispose() => _file.Dispose();

    private List<ulong>[] Families()
    {
        var families = Enumerable.Range(0, Count).Select(_ => new List<ulong>(4)).ToArray();
        var hashes = _file.Get<ulong>("familyHashes");
        var studies = _file.Get<int>("familyStudies");
        for (var i = 0; i < hashes.Length; i++)
        {
            families[studies[i]].Add(hashes[i]);
        }

        return families;
    }

    private ReadOnlySpan<T> Part<T>(string starts, string values, int index)
        where T : unmanaged
    {
        var bounds = _file.Get<uint>(starts);
        return _file.Get<T>(values)[(int)bounds[index]..(int)bounds[index + 1]];
    }

    private static int LowerBound(ReadOnlySpan<ulong> sorted, ulong value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
