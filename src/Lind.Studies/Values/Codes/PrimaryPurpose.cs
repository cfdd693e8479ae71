using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>The main reason the intervention is studied. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<PrimaryPurpose>))]
public readonly record struct PrimaryPurpose(string Code) : IStudyCode<PrimaryPurpose>
{
    /// <summary>Treatment.</summary>
    public static PrimaryPurpose Treatment { get; } = new("TREATMENT");

    /// <summary>Prevention.</summary>
    public static PrimaryPurpose Prevention { get; } = new("PREVENTION");

    /// <summary>Diagnosis.</summary>
    public static PrimaryPurpose Diagnostic { get; } = new("DIAGNOSTIC");

    /// <summary>Education, counseling or training.</summary>
    public static PrimaryPurpose EducationCounselingTraining { get; } = new("ECT");

    /// <summary>Supportive care.</summary>
    public static PrimaryPurpose SupportiveCare { get; } = new("SUPPORTIVE_CARE");

    /// <summary>Screening.</summary>
    public static PrimaryPurpose Screening { get; } = new("SCREENING");

    /// <summary>Health services research.</summary>
    public static PrimaryPurpose HealthServicesResearch { get; } = new("HEALTH_SERVICES_RESEARCH");

    /// <summary>Basic science.</summary>
    public static PrimaryPurpose BasicScience { get; } = new("BASIC_SCIENCE");

    /// <summary>Device feasibility.</summary>
    public static PrimaryPurpose DeviceFeasibility { get; } = new("DEVICE_FEASIBILITY");

    /// <summary>Other.</summary>
    public static PrimaryPurpose Other { get; } = new("OTHER");

    /// <inheritdoc/>
    public static string EnumType => "PrimaryPurpose";

    /// <inheritdoc/>
    public static PrimaryPurpose Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
