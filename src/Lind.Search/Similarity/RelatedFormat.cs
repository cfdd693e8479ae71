namespace Lind.Search.Similarity;

/// <summary>The file of an index of related studies.</summary>
/// <remarks>
/// One file per snapshot, <c>related-NNNNNNNN.lind</c> with a rising number; the highest one is the newest. It stands
/// alone, or it holds what came since an older one, its base, and names that one: then both together are the snapshot.
/// A file is written aside and renamed when whole; older ones are deleted after that, but a base stays while the newest
/// names it. Frame and directory of arrays are those of <see cref="Lind.Index.Vectors.SectionWriter"/>, kind
/// <c>RELA</c>; all numbers are little-endian. N studies, by rising NCT number.
/// <code>
/// version       u32: 3
/// base          u32: 0, or the number of the base
/// dropped       D x i32   NCT numbers of the base that were replaced or removed, sorted; none without a base
/// numbers       N x i32   the NCT number
/// termStarts    (N+1) x u32, terms: u32 each = key &lt;&lt; 8 | weight   a study's terms by key; 255 is its heaviest
/// termScale     N x f32   what a weight is multiplied with to give a vector of length 1
/// words         N x u16   how many telling words were read, at most 65535
/// listKeys      L x i32, sorted; listStarts: (L+1) x u32; lists: u32 each = study &lt;&lt; 8 | weight   of
///               each study its 96 heaviest terms, by term
/// rarityKeys    R x i32, sorted; rarity: R x u8   16 times ln(N / studies with the term), 1 to 255; a term that is not
///               here counts for nothing. With a base: none, the base's hold
/// keyStarts     (2N+1) x u32, keys: i32 each   per study its condition keys, then its intervention keys, each sorted
/// columns       C x i32   the terms that have a learned place, sorted; places: C x 320 x i8; placeScale: C x f32.
///               With a base: none, the base's hold
/// near          N x 64 x i8, far: N x 256 x i8, denseScale: N x f32   a study's learned place, strongest directions
///               first, the first 64 apart; times its scale the whole has length 1
/// flags         N x u8   1 recruiting, 2 has results
/// phases        N x u8   bit of each phase: NA 1, EARLY_PHASE1 2, PHASE1 4, PHASE2 8, PHASE3 16, PHASE4 32
/// sponsors      N x u64   hash of the lead sponsor's name
/// siteStarts    (N+1) x u32, sites: pairs of f32 degrees north and east
/// cardStarts    (N+1) x i64, cards   what is shown: see <see cref="StudyCard"/>
/// familyHashes  F x u64 sorted, familyStudies: F x i32   who carries which identifier
/// </code>
/// A study with no term, no place: scale 0. Example: with one study NCT00000001 <c>numbers</c> is <c>01000000</c>.
/// </remarks>
internal static class RelatedFormat
{
    public const uint Version = 3;
    public const string Kind = "RELA";
    public const int Width = 320;

    /// <summary>How many of the strongest directions are looked through for all studies.</summary>
    public const int NearWidth = 64;

    /// <summary>How many more a closer look compares.</summary>
    public const int FarWidth = Width - NearWidth;

    /// <summary>How many of a study's terms, the heaviest, stand in the lists by term.</summary>
    public const int MostListed = 96;

    public const int RaritySteps = 16;
    public const byte Recruiting = 1;
    public const byte WithResults = 2;

    private static readonly string[] Phases = ["NA", "EARLY_PHASE1", "PHASE1", "PHASE2", "PHASE3", "PHASE4"];

    /// <summary>A snapshot's file name.</summary>
    public static string FileName(int snapshot) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"related-{snapshot:D8}.lind");

    /// <summary>The number in a file name; 0 when it is no snapshot's.</summary>
    public static int SnapshotOf(string name) =>
        name.StartsWith("related-", StringComparison.Ordinal) && name.EndsWith(".lind", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(8, name.Length - 13), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    /// <summary>The bit of a phase; 0 for one that is not known.</summary>
    public static byte PhaseBit(string phase)
    {
        var index = Array.IndexOf(Phases, phase);
        return index < 0 ? (byte)0 : (byte)(1 << index);
    }
}
