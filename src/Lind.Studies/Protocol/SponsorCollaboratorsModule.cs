namespace Lind.Studies;

/// <summary>Who is responsible for the study and who supports it.</summary>
public sealed record SponsorCollaboratorsModule : StudyPart
{
    /// <summary>The party that answers for the record.</summary>
    public ResponsibleParty? ResponsibleParty { get; init; }

    /// <summary>The organisation that leads the study.</summary>
    public Sponsor? LeadSponsor { get; init; }

    /// <summary>Other organisations that take part.</summary>
    public IReadOnlyList<Sponsor>? Collaborators { get; init; }
}

/// <summary>The party that answers for the record.</summary>
public sealed record ResponsibleParty : StudyPart
{
    /// <summary>Whether it is the sponsor or an investigator.</summary>
    public ResponsiblePartyType? Type { get; init; }

    /// <summary>The investigator's name.</summary>
    public string? InvestigatorFullName { get; init; }

    /// <summary>The investigator's title.</summary>
    public string? InvestigatorTitle { get; init; }

    /// <summary>Where the investigator works.</summary>
    public string? InvestigatorAffiliation { get; init; }

    /// <summary>Name and title as older records put them.</summary>
    public string? OldNameTitle { get; init; }

    /// <summary>Organisation as older records put it.</summary>
    public string? OldOrganization { get; init; }
}

/// <summary>An organisation that leads or supports a study.</summary>
public sealed record Sponsor : StudyPart
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What kind of organisation it is.</summary>
    public AgencyClass? Class { get; init; }
}
