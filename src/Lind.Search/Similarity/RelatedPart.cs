using System.Runtime.InteropServices;
using Lind.Index.Storage;
using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>One open file of an index of related studies: <see cref="RelatedFormat"/>. Studies go by their place in it,
/// 0 to <see cref="Count"/> - 1, in order of their NCT numbers. Immutable and thread-safe.</summary>
internal sealed class RelatedPart : IDisposable
{
    // One read for each page of the operating system brings it in.
    private const int PageBytes = 4096;

    private readonly SectionFile _file;
    private readonly SectionArray<int> _numbers;
    private readonly SectionArray<uint> _termStarts;
    private readonly SectionArray<uint> _terms;
    private readonly SectionArray<float> _termScale;
    private readonly SectionArray<ushort> _words;
    private readonly SectionArray<int> _listKeys;
    private readonly SectionArray<uint> _listStarts;
    private readonly SectionArray<uint> _lists;
    private readonly SectionArray<uint> _keyStarts;
    private readonly SectionArray<int> _keys;
    private readonly SectionArray<sbyte> _near;
    private readonly SectionArray<sbyte> _far;
    private readonly SectionArray<float> _denseScale;
    private readonly SectionArray<byte> _flags;
    private readonly SectionArray<byte> _phases;
    private readonly SectionArray<ulong> _sponsors;
    private readonly SectionArray<uint> _siteStarts;
    private readonly SectionArray<float> _sites;
    private readonly SectionArray<long> _cardStarts;
    private readonly SectionArray<byte> _cards;
    private readonly SectionArray<ulong> _familyHashes;
    private readonly SectionArray<int> _familyStudies;

    private RelatedPart(SectionFile file, string name)
    {
        _file = file;
        Name = name;
        _numbers = file.Find<int>("numbers");
        _termStarts = file.Find<uint>("termStarts");
        _terms = file.Find<uint>("terms");
        _termScale = file.Find<float>("termScale");
        _words = file.Find<ushort>("words");
        _listKeys = file.Find<int>("listKeys");
        _listStarts = file.Find<uint>("listStarts");
        _lists = file.Find<uint>("lists");
        _keyStarts = file.Find<uint>("keyStarts");
        _keys = file.Find<int>("keys");
        _near = file.Find<sbyte>("near");
        _far = file.Find<sbyte>("far");
        _denseScale = file.Find<float>("denseScale");
        _flags = file.Find<byte>("flags");
        _phases = file.Find<byte>("phases");
        _sponsors = file.Find<ulong>("sponsors");
        _siteStarts = file.Find<uint>("siteStarts");
        _sites = file.Find<float>("sites");
        _cardStarts = file.Find<long>("cardStarts");
        _cards = file.Find<byte>("cards");
        _familyHashes = file.Find<ulong>("familyHashes");
        _familyStudies = file.Find<int>("familyStudies");
        Count = _numbers.Values.Length;
        Base = (int)file.Get<uint>("base")[0];
    }

    public string Name { get; }

    public int Count { get; }

    /// <summary>The number of the snapshot that this one adds to; 0 when it stands alone.</summary>
    public int Base { get; }

    /// <summary>NCT numbers that the base holds and that no longer count, ascending.</summary>
    public ReadOnlySpan<int> Dropped => _file.Get<int>("dropped");

    public ReadOnlySpan<int> Numbers => _numbers.Values;

    public ReadOnlySpan<float> TermScales => _termScale.Values;

    public ReadOnlySpan<ushort> Words => _words.Values;

    /// <summary>The strongest directions of all places, one study after another.</summary>
    public ReadOnlySpan<sbyte> NearTable => _near.Values;

    public ReadOnlySpan<float> PlaceScales => _denseScale.Values;

    public ReadOnlySpan<byte> Flags => _flags.Values;

    public ReadOnlySpan<byte> Phases => _phases.Values;

    public ReadOnlySpan<ulong> Sponsors => _sponsors.Values;

    /// <summary>Whether a file is of the version that this program reads.</summary>
    public static bool IsCurrent(IndexDirectory directory, string name, out int after)
    {
        after = 0;
        if (!SectionFile.IsReadableVersion(directory, name))
        {
            return false;
        }

        using var file = SectionFile.Open(directory, name, RelatedFormat.Kind);
        if (!IsCurrent(file))
        {
            return false;
        }

        after = (int)file.Get<uint>("base")[0];
        return true;
    }

    /// <summary>Opens a file and checks that its arrays fit each other.</summary>
    /// <exception cref="IndexFormatException">The file is not what it should be.</exception>
    public static RelatedPart Open(IndexDirectory directory, string name)
    {
        var file = SectionFile.Open(directory, name, RelatedFormat.Kind);
        try
        {
            if (!IsCurrent(file))
            {
                throw new IndexFormatException($"{name}: a version of related studies that this program does not read.");
            }

            RelatedCheck.Lengths(file, name);
            return new RelatedPart(file, name);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>How rare terms are; nothing in a part that adds to another.</summary>
    public Rarity ReadRarity(double power) =>
        Rarity.FromStored(_file.Get<int>("rarityKeys"), _file.Get<byte>("rarity"), power);

    /// <summary>Where terms stand; nothing in a part that adds to another.</summary>
    public LearnedPlaces ReadPlaces() => new(
        _file.Get<int>("columns").ToArray(), _file.Get<sbyte>("places").ToArray(), _file.Get<float>("placeScale").ToArray());

    public ReadOnlySpan<uint> Terms(int study) => _terms.Part(_termStarts, study);

    /// <summary>The studies with a term, and its weight in each; empty for a term that none has.</summary>
    public ReadOnlySpan<uint> List(int key)
    {
        var index = _listKeys.Values.BinarySearch(key);
        return index < 0 ? [] : _lists.Part(_listStarts, index);
    }

    public ReadOnlySpan<int> ConditionKeys(int study) => _keys.Part(_keyStarts, 2 * study);

    public ReadOnlySpan<int> InterventionKeys(int study) => _keys.Part(_keyStarts, (2 * study) + 1);

    public Place Place(int study) => new(
        _near.Values.Slice(study * RelatedFormat.NearWidth, RelatedFormat.NearWidth),
        _far.Values.Slice(study * RelatedFormat.FarWidth, RelatedFormat.FarWidth), _denseScale.Values[study]);

    public ReadOnlySpan<SitePoint> Sites(int study)
    {
        var starts = _siteStarts.Values;
        return MemoryMarshal.Cast<float, SitePoint>(_sites.Values)[(int)starts[study]..(int)starts[study + 1]];
    }

    public ReadOnlySpan<byte> Card(int study)
    {
        var starts = _cardStarts.Values;
        return _cards.Values[(int)starts[study]..(int)starts[study + 1]];
    }

    /// <summary>The studies that carry an identifier.</summary>
    public ReadOnlySpan<int> Carriers(ulong hash)
    {
        var hashes = _familyHashes.Values;
        var from = LowerBound(hashes, hash);
        var to = from;
        while (to < hashes.Length && hashes[to] == hash)
        {
            to++;
        }

        return _familyStudies.Values[from..to];
    }

    /// <summary>The studies as they go into a next file.</summary>
    public IEnumerable<Collected> Carry()
    {
        var families = Families();
        for (var study = 0; study < Count; study++)
        {
            yield return new Collected(
                Numbers[study], Terms(study).ToArray(), true, TermScales[study], Words[study],
                ConditionKeys(study).ToArray(), InterventionKeys(study).ToArray(), Flags[study], Phases[study],
                Sponsors[study], Sites(study).ToArray(), [.. families[study]], Card(study).ToArray());
        }
    }

    /// <summary>Brings what every question reads into memory.</summary>
    /// <returns>Nothing of meaning: that the reading is not left out.</returns>
    public long Touch(CancellationToken cancellation)
    {
        long sum = 0;
        sum += Touch(MemoryMarshal.AsBytes(_near.Values), cancellation);
        sum += Touch(MemoryMarshal.AsBytes(_lists.Values), cancellation);
        sum += Touch(MemoryMarshal.AsBytes(_termScale.Values), cancellation);
        sum += Touch(MemoryMarshal.AsBytes(_denseScale.Values), cancellation);
        return sum + Touch(_flags.Values, cancellation);
    }

    /// <summary>Checks the checksum of the file, and that every array keeps to its bounds.</summary>
    /// <exception cref="IndexFormatException">The checksum does not fit.</exception>
    public IEnumerable<string> Verify(CancellationToken cancellation)
    {
        _file.Verify(cancellation);
        return RelatedCheck.Contents(_file, Name);
    }

    public void Dispose() => _file.Dispose();

    private static bool IsCurrent(SectionFile file) => file.Get<uint>("version") is [RelatedFormat.Version];

    private static long Touch(ReadOnlySpan<byte> bytes, CancellationToken cancellation)
    {
        long sum = 0;
        for (var at = 0; at < bytes.Length; at += PageBytes)
        {
            cancellation.ThrowIfCancellationRequested();
            sum += bytes[at];
        }

        return sum;
    }

    private List<ulong>[] Families()
    {
        var families = Enumerable.Range(0, Count).Select(_ => new List<ulong>(4)).ToArray();
        var hashes = _familyHashes.Values;
        var studies = _familyStudies.Values;
        for (var i = 0; i < hashes.Length; i++)
        {
            families[studies[i]].Add(hashes[i]);
        }

        return families;
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
