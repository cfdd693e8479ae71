namespace Lind.Studies;

/// <summary>The names and numbers by which a study is known.</summary>
public sealed record IdentificationModule : StudyPart
{
    /// <summary>The registry's number of the study, such as <c>NCT04325594</c>.</summary>
    public string? NctId { get; init; }

    /// <summary>Former numbers that now stand for this study.</summary>
    public IReadOnlyList<string>? NctIdAliases { get; init; }

    /// <summary>The sponsor's own number.</summary>
    public OrgStudyIdInfo? OrgStudyIdInfo { get; init; }

    /// <summary>Numbers in other registries and of grants.</summary>
    public IReadOnlyList<SecondaryIdInfo>? SecondaryIdInfos { get; init; }

    /// <summary>The short title, written for the public.</summary>
    public string? BriefTitle { get; init; }

    /// <summary>The title as in the protocol.</summary>
    public string? OfficialTitle { get; init; }

    /// <summary>The short name the study goes by.</summary>
    public string? Acronym { get; init; }

    /// <summary>The organisation that keeps the record.</summary>
    public Organization? Organization { get; init; }
}

/// <summary>The number the sponsor itself gave the study.</summary>
public sealed record OrgStudyIdInfo : StudyPart
{
    /// <summary>The number as text.</summary>
    public string? Id { get; init; }

    /// <summary>Which agency's number it is, when it is one.</summary>
    public OrgStudyIdType? Type { get; init; }

    /// <summary>A page about that number.</summary>
    public string? Link { get; init; }
}

/// <summary>One more number of the study.</summary>
public sealed record SecondaryIdInfo : StudyPart
{
    /// <summary>The number as text.</summary>
    public string? Id { get; init; }

    /// <summary>What kind of number it is.</summary>
    public SecondaryIdType? Type { get; init; }

    /// <summary>The registry or body that gave it.</summary>
    public string? Domain { get; init; }

    /// <summary>A page about that number.</summary>
    public string? Link { get; init; }
}

/// <summary>An organisation that keeps study records.</summary>
public sealed record Organization : StudyPart
{
    /// <summary>Its full name.</summary>
    public string? FullName { get; init; }

    /// <summary>What kind of organisation it is.</summary>
    public AgencyClass? Class { get; init; }
}
