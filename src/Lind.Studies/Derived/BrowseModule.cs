namespace Lind.Studies;

/// <summary>Medical subject headings that fit the conditions or the interventions.</summary>
public sealed record BrowseModule : StudyPart
{
    /// <summary>The headings themselves.</summary>
    public IReadOnlyList<Mesh>? Meshes { get; init; }

    /// <summary>Headings above them in the tree.</summary>
    public IReadOnlyList<Mesh>? Ancestors { get; init; }

    /// <summary>Terms under which the registry lists the study.</summary>
    public IReadOnlyList<BrowseLeaf>? BrowseLeaves { get; init; }

    /// <summary>Broad groups those terms belong to.</summary>
    public IReadOnlyList<BrowseBranch>? BrowseBranches { get; init; }
}

/// <summary>A medical subject heading.</summary>
public sealed record Mesh : StudyPart
{
    /// <summary>Its MeSH number, such as <c>D009369</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Term { get; init; }
}

/// <summary>A term under which the registry lists the study.</summary>
public sealed record BrowseLeaf : StudyPart
{
    /// <summary>The registry's id of the term.</summary>
    public string? Id { get; init; }

    /// <summary>The term.</summary>
    public string? Name { get; init; }

    /// <summary>The words of the record it was found by.</summary>
    public string? AsFound { get; init; }

    /// <summary>How closely it fits.</summary>
    public BrowseLeafRelevance? Relevance { get; init; }
}

/// <summary>A broad group of terms.</summary>
public sealed record BrowseBranch : StudyPart
{
    /// <summary>Its short code, such as <c>BC04</c>.</summary>
    public string? Abbrev { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }
}
