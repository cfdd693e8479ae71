namespace Lind.Search.Similarity;

/// <summary>One study on its way into a snapshot.</summary>
/// <param name="Number">The NCT number.</param>
/// <param name="Terms">Its terms: damped counts for a new study, final weights for one carried over.</param>
/// <param name="IsFinal">Whether <paramref name="Terms"/> are final weights.</param>
/// <param name="Scale">For final weights: what gives them length 1.</param>
/// <param name="Words">How many telling words were read.</param>
/// <param name="ConditionKeys">Sorted.</param>
/// <param name="InterventionKeys">Sorted.</param>
/// <param name="Flags">Of <see cref="RelatedFormat"/>.</param>
/// <param name="Phases">Bits of <see cref="RelatedFormat.PhaseBit"/>.</param>
/// <param name="Sponsor">Hash of the lead sponsor's name.</param>
/// <param name="Sites">Its locations' points.</param>
/// <param name="FamilyHashes">Hashes of its family keys and of its own id.</param>
/// <param name="Card">What is shown.</param>
internal sealed record Collected(
    int Number, uint[] Terms, bool IsFinal, float Scale, ushort Words, int[] ConditionKeys, int[] InterventionKeys,
    byte Flags, byte Phases, ulong Sponsor, SitePoint[] Sites, ulong[] FamilyHashes, byte[] Card)
{
    /// <summary>A study as read from its record.</summary>
    public static Collected From(StudyFeatures features)
    {
        var traits = features.Traits;
        var flags = (traits.Status == "RECRUITING" ? RelatedFormat.Recruiting : 0)
            | (traits.HasResults ? RelatedFormat.WithResults : 0);
        return new Collected(
            traits.Number, features.Terms, false, 0, (ushort)Math.Min(features.Words, ushort.MaxValue),
            features.ConditionKeys, features.InterventionKeys, (byte)flags,
            (byte)traits.Phases.Aggregate(0, (bits, phase) => bits | RelatedFormat.PhaseBit(phase)),
            SponsorHash(traits.Sponsor), [.. traits.Sites],
            [.. traits.FamilyKeys.Select(key => FamilyHash(key)).Append(OwnHash(traits.Number)).Distinct()],
            StudyCard.Write(traits));
    }

    /// <summary>The hash of an identifier that others may carry.</summary>
    public static ulong FamilyHash(in FamilyKey key) => key.Kind switch
    {
        FamilyKeyKind.Protocol => Hash("P" + key.Key),
        FamilyKeyKind.Secondary => Hash("S" + key.Key),
        FamilyKeyKind.Publication => Hash("M" + key.Key),
        _ => Hash("N" + key.Key),
    };

    /// <summary>The hash under which a study's own id is found, and those who quote it.</summary>
    public static ulong OwnHash(int number) => Hash($"NNCT{number:D8}");

    /// <summary>The hash of a sponsor's name.</summary>
    public static ulong SponsorHash(string name) => name.Length == 0 ? 0 : Hash(name.Trim().ToUpperInvariant());

    private static ulong Hash(string text) => TermHash.Hash(System.Text.Encoding.UTF8.GetBytes(text));
}
