namespace Lind.Studies;

/// <summary>One study record in the registry's API v2 form, typed.</summary>
/// <remarks>
/// Property names are the JSON names in PascalCase. Whatever the record left out is null here; members the catalogue
/// does not know stay in <see cref="StudyPart.UnknownMembers"/> and are written back. Immutable but for those.
/// Two records are equal only when they share their lists; compare JSON to compare content.
/// </remarks>
public sealed record Study : StudyPart
{
    /// <summary>What the study set out to do.</summary>
    public ProtocolSection? ProtocolSection { get; init; }

    /// <summary>What it found, if results are posted.</summary>
    public ResultsSection? ResultsSection { get; init; }

    /// <summary>What the registry notes about it.</summary>
    public AnnotationSection? AnnotationSection { get; init; }

    /// <summary>Documents the sponsor uploaded.</summary>
    public DocumentSection? DocumentSection { get; init; }

    /// <summary>What the registry works out from the rest.</summary>
    public DerivedSection? DerivedSection { get; init; }

    /// <summary>Whether results are public.</summary>
    public bool? HasResults { get; init; }
}
