namespace Lind.Studies;

/// <summary>People to ask and places where the study runs.</summary>
public sealed record ContactsLocationsModule : StudyPart
{
    /// <summary>People to ask about the whole study.</summary>
    public IReadOnlyList<Contact>? CentralContacts { get; init; }

    /// <summary>People who lead the study.</summary>
    public IReadOnlyList<Official>? OverallOfficials { get; init; }

    /// <summary>Places where the study runs.</summary>
    public IReadOnlyList<Location>? Locations { get; init; }
}

/// <summary>A person or desk to ask about a study.</summary>
public sealed record Contact : StudyPart
{
    /// <summary>Name of the person or desk.</summary>
    public string? Name { get; init; }

    /// <summary>What the person does in the study.</summary>
    public ContactRole? Role { get; init; }

    /// <summary>Telephone number as given.</summary>
    public string? Phone { get; init; }

    /// <summary>Extension of that number.</summary>
    public string? PhoneExt { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }
}

/// <summary>A person who leads a study.</summary>
public sealed record Official : StudyPart
{
    /// <summary>The person's name.</summary>
    public string? Name { get; init; }

    /// <summary>Where the person works.</summary>
    public string? Affiliation { get; init; }

    /// <summary>What the person does in the study.</summary>
    public OfficialRole? Role { get; init; }
}

/// <summary>One place where the study runs.</summary>
public sealed record Location : StudyPart
{
    /// <summary>Name of the clinic or office; some sponsors give only a placeholder.</summary>
    public string? Facility { get; init; }

    /// <summary>Where this site stands; absent once the study as a whole is closed.</summary>
    public RecruitmentStatus? Status { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>State or province.</summary>
    public string? State { get; init; }

    /// <summary>Postal code.</summary>
    public string? Zip { get; init; }

    /// <summary>Country.</summary>
    public string? Country { get; init; }

    /// <summary>People to ask at this site.</summary>
    public IReadOnlyList<Contact>? Contacts { get; init; }

    /// <summary>Where the city lies.</summary>
    public GeoPoint? GeoPoint { get; init; }
}
