namespace Lind.Studies;

/// <summary>Publications, links and available data.</summary>
public sealed record ReferencesModule : StudyPart
{
    /// <summary>Publications.</summary>
    public IReadOnlyList<Reference>? References { get; init; }

    /// <summary>Pages about the study or its subject.</summary>
    public IReadOnlyList<SeeAlsoLink>? SeeAlsoLinks { get; init; }

    /// <summary>Participant data and documents that can be had.</summary>
    public IReadOnlyList<AvailIpd>? AvailIpds { get; init; }
}

/// <summary>A publication.</summary>
public sealed record Reference : StudyPart
{
    /// <summary>Its PubMed number.</summary>
    public string? Pmid { get; init; }

    /// <summary>How it relates to the study.</summary>
    public ReferenceType? Type { get; init; }

    /// <summary>The citation as text.</summary>
    public string? Citation { get; init; }

    /// <summary>Notices that withdraw it.</summary>
    public IReadOnlyList<Retraction>? Retractions { get; init; }
}

/// <summary>A notice that withdraws a publication.</summary>
public sealed record Retraction : StudyPart
{
    /// <summary>The notice's PubMed number.</summary>
    public string? Pmid { get; init; }

    /// <summary>Where the notice appeared.</summary>
    public string? Source { get; init; }
}

/// <summary>A page about the study or its subject.</summary>
public sealed record SeeAlsoLink : StudyPart
{
    /// <summary>What the page is.</summary>
    public string? Label { get; init; }

    /// <summary>Its address as given; not checked.</summary>
    public string? Url { get; init; }
}

/// <summary>Participant data or a document that can be had.</summary>
public sealed record AvailIpd : StudyPart
{
    /// <summary>Its identifier.</summary>
    public string? Id { get; init; }

    /// <summary>What it is.</summary>
    public string? Type { get; init; }

    /// <summary>Where it can be had; not checked.</summary>
    public string? Url { get; init; }

    /// <summary>More about it.</summary>
    public string? Comment { get; init; }
}
