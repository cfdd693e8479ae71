using System.Collections;
using Lind.Index.Storage;

namespace Lind.Search.Similarity;

/// <summary>The index as it was at one time: what was built, and beside it what came since. Studies go by their place:
/// first those of the build, then those that came, each in order of their NCT numbers. Immutable and thread-safe.</summary>
/// <remarks>A study that was replaced or removed keeps its place in the build and is dropped: it is never found.
/// </remarks>
internal sealed class RelatedSnapshot : IDisposable
{
    private readonly RelatedPart _base;
    private readonly RelatedPart? _side;
    private readonly BitArray? _dropped;
    private readonly Lazy<LearnedPlaces> _places;

    private RelatedSnapshot(RelatedPart whole, RelatedPart? side, double rarityPower)
    {
        (_base, _side) = (whole, side);
        Count = whole.Count + (side?.Count ?? 0);
        Live = Count - (side?.Dropped.Length ?? 0);
        Rarity = whole.ReadRarity(rarityPower);
        _places = new(whole.ReadPlaces);
        _dropped = side is null || side.Dropped.Length == 0 ? null : DroppedOf(whole, side);
    }

    /// <summary>How many places there are, dropped ones included.</summary>
    public int Count { get; }

    /// <summary>How many studies can be found.</summary>
    public int Live { get; }

    public Rarity Rarity { get; }

    public LearnedPlaces Places => _places.Value;

    /// <summary>Opens a snapshot by its number.</summary>
    /// <exception cref="IndexFormatException">A file is missing or not what it should be.</exception>
    public static RelatedSnapshot Open(IndexDirectory directory, int number, RelatedWeights weights)
    {
        var newest = RelatedPart.Open(directory, RelatedFormat.FileName(number));
        RelatedPart? whole = null;
        try
        {
            whole = newest.Base == 0 ? newest : RelatedPart.Open(directory, RelatedFormat.FileName(newest.Base));
            return whole.Base == 0
                ? new RelatedSnapshot(whole, newest.Base == 0 ? null : newest, weights.Rarity)
                : throw new IndexFormatException($"{newest.Name}: adds to a snapshot that itself adds to one.");
        }
        catch
        {
            newest.Dispose();
            whole?.Dispose();
            throw;
        }
    }

    /// <summary>Whether a snapshot's files are there and of the version that this program reads.</summary>
    public static bool IsCurrent(IndexDirectory directory, int number) =>
        RelatedPart.IsCurrent(directory, RelatedFormat.FileName(number), out var after)
        && (after == 0 || (directory.List().Contains(RelatedFormat.FileName(after))
            && RelatedPart.IsCurrent(directory, RelatedFormat.FileName(after), out _)));

    /// <summary>The files, each with the place of its first study.</summary>
    public IEnumerable<(RelatedPart Part, int From)> Parts =>
        _side is null ? [(_base, 0)] : [(_base, 0), (_side, _base.Count)];

    /// <summary>What came since the build; null when nothing did.</summary>
    public RelatedPart? Side => _side;

    /// <summary>What was built.</summary>
    public RelatedPart Whole => _base;

    /// <summary>Whether a place is empty: its study was replaced or removed.</summary>
    public bool IsDropped(int study) => _dropped is not null && study < _dropped.Length && _dropped[study];

    /// <summary>Where a study stands; negative when it is not there.</summary>
    public int Find(int number)
    {
        if (_side is not null && _side.Numbers.BinarySearch(number) is var beside and >= 0)
        {
            return _base.Count + beside;
        }

        var study = _base.Numbers.BinarySearch(number);
        return study >= 0 && IsDropped(study) ? -1 : study;
    }

    public int Number(int study) => PartOf(study, out var at).Numbers[at];

    public ReadOnlySpan<uint> Terms(int study) => PartOf(study, out var at).Terms(at);

    public float TermScale(int study) => PartOf(study, out var at).TermScales[at];

    /// <summary>How many telling words the record has, of those parts that are compared.</summary>
    public int Words(int study) => PartOf(study, out var at).Words[at];

    public ReadOnlySpan<int> ConditionKeys(int study) => PartOf(study, out var at).ConditionKeys(at);

    public ReadOnlySpan<int> InterventionKeys(int study) => PartOf(study, out var at).InterventionKeys(at);

    public Place Place(int study) => PartOf(study, out var at).Place(at);

    public byte Flags(int study) => PartOf(study, out var at).Flags[at];

    public byte Phases(int study) => PartOf(study, out var at).Phases[at];

    public ulong Sponsor(int study) => PartOf(study, out var at).Sponsors[at];

    public ReadOnlySpan<SitePoint> Sites(int study) => PartOf(study, out var at).Sites(at);

    /// <summary>What is shown of a study.</summary>
    public StudyTraits Traits(int study) => StudyCard.Read(Number(study), PartOf(study, out var at).Card(at).ToArray());

    /// <summary>The studies that carry an identifier.</summary>
    public List<int> Carriers(ulong hash)
    {
        var carriers = new List<int>();
        foreach (var (part, from) in Parts)
        {
            foreach (var study in part.Carriers(hash))
            {
                if (!IsDropped(from + study))
                {
                    carriers.Add(from + study);
                }
            }
        }

        return carriers;
    }

    /// <summary>All studies as they go into a next build.</summary>
    public IEnumerable<Collected> Carry() => Parts.SelectMany(
        pair => pair.Part.Carry().Where((_, study) => !IsDropped(pair.From + study)));

    /// <summary>Brings what every question reads into memory.</summary>
    public void Touch(CancellationToken cancellation)
    {
        foreach (var (part, _) in Parts)
        {
            part.Touch(cancellation);
        }
    }

    /// <summary>Checks the checksums of the files, that every array keeps to its bounds, and that both files fit.</summary>
    /// <exception cref="IndexFormatException">A checksum does not fit.</exception>
    public IEnumerable<string> Verify(CancellationToken cancellation) =>
        [.. Parts.SelectMany(pair => pair.Part.Verify(cancellation)), .. _side is null ? [] : RelatedCheck.Fit(_base, _side)];

    public void Dispose()
    {
        _base.Dispose();
        _side?.Dispose();
    }

    private RelatedPart PartOf(int study, out int at)
    {
        at = study < _base.Count ? study : study - _base.Count;
        return study < _base.Count ? _base : _side!;
    }

    private static BitArray DroppedOf(RelatedPart whole, RelatedPart side)
    {
        var dropped = new BitArray(whole.Count);
        foreach (var number in side.Dropped)
        {
            var study = whole.Numbers.BinarySearch(number);
            if (study < 0)
            {
                throw new IndexFormatException($"{side.Name}: drops a study that {whole.Name} does not hold.");
            }

            dropped[study] = true;
        }

        return dropped;
    }
}
