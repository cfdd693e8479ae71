namespace Lind.Studies;

/// <summary>Caveats, agreements and a person to ask about results.</summary>
public sealed record MoreInfoModule : StudyPart
{
    /// <summary>What limits the results.</summary>
    public LimitationsAndCaveats? LimitationsAndCaveats { get; init; }

    /// <summary>What investigators may publish.</summary>
    public CertainAgreement? CertainAgreement { get; init; }

    /// <summary>Whom to ask.</summary>
    public PointOfContact? PointOfContact { get; init; }
}

/// <summary>What limits the results.</summary>
public sealed record LimitationsAndCaveats : StudyPart
{
    /// <summary>The limits, in words.</summary>
    public string? Description { get; init; }
}

/// <summary>What investigators may publish.</summary>
public sealed record CertainAgreement : StudyPart
{
    /// <summary>Whether all principal investigators work for the sponsor.</summary>
    public bool? PiSponsorEmployee { get; init; }

    /// <summary>How publication may be held back.</summary>
    public AgreementRestrictionType? RestrictionType { get; init; }

    /// <summary>Whether there is an agreement that restricts publication.</summary>
    public bool? RestrictiveAgreement { get; init; }

    /// <summary>The restriction, in words.</summary>
    public string? OtherDetails { get; init; }
}

/// <summary>Whom to ask about results.</summary>
public sealed record PointOfContact : StudyPart
{
    /// <summary>Name or title.</summary>
    public string? Title { get; init; }

    /// <summary>Organisation.</summary>
    public string? Organization { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number as given.</summary>
    public string? Phone { get; init; }

    /// <summary>Extension of that number.</summary>
    public string? PhoneExt { get; init; }
}
