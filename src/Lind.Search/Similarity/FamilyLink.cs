namespace Lind.Search.Similarity;

/// <summary>A link between two studies that a record itself states.</summary>
/// <param name="From">The study asked about.</param>
/// <param name="To">The other study; both are in the index.</param>
/// <param name="Kind">What the link says.</param>
/// <param name="Evidence">The identifier that shows it, as written in the record: an NCT id, a protocol number, a
/// PubMed id.</param>
/// <param name="Where">The piece it stands in, for instance <c>SecondaryId</c> or <c>BriefSummary</c>.</param>
/// <param name="StatedBy">The NCT id of the record that states it: <paramref name="From"/> or
/// <paramref name="To"/> (a link is found from both ends).</param>
public sealed record FamilyLink(
    string From, string To, FamilyKind Kind, string Evidence, string Where, string StatedBy);

/// <summary>What ties a study to another. Names what the record shows, never more: a quoted NCT id is called parent
/// or extension only where the words beside it say so.</summary>
public enum FamilyKind
{
    /// <summary>One record quotes the other's NCT id, and nothing says what for.</summary>
    Mentioned,

    /// <summary>The other study is the one that this study's participants come from.</summary>
    Parent,

    /// <summary>The other study extends or follows up this one.</summary>
    Extension,

    /// <summary>The other study is a sub-study or ancillary study of this one, or the other way about.</summary>
    SubStudy,

    /// <summary>Both carry the same protocol, programme or secondary number.</summary>
    SameProgramme,

    /// <summary>Both list the same publication.</summary>
    SharedPublication,
}
