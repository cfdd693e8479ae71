namespace Lind.Studies;

/// <summary>Who watches over the study's safety and law.</summary>
public sealed record OversightModule : StudyPart
{
    /// <summary>Whether a data monitoring committee watches the study.</summary>
    public bool? OversightHasDmc { get; init; }

    /// <summary>Whether it studies a drug under the FDA's rules.</summary>
    public bool? IsFdaRegulatedDrug { get; init; }

    /// <summary>Whether it studies a device under the FDA's rules.</summary>
    public bool? IsFdaRegulatedDevice { get; init; }

    /// <summary>Whether a device had no approval when the study began.</summary>
    public bool? IsUnapprovedDevice { get; init; }

    /// <summary>Whether it is a pediatric postmarket surveillance study of a device.</summary>
    public bool? IsPpsd { get; init; }

    /// <summary>Whether the product is made in and sent out of the United States.</summary>
    public bool? IsUsExport { get; init; }

    /// <summary>Whether a violation of the reporting law is on record.</summary>
    public bool? Fdaaa801Violation { get; init; }
}
