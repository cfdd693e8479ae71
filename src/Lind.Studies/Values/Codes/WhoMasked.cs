using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Which role does not know who receives what. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<WhoMasked>))]
public readonly record struct WhoMasked(string Code) : IStudyCode<WhoMasked>
{
    /// <summary>Participant.</summary>
    public static WhoMasked Participant { get; } = new("PARTICIPANT");

    /// <summary>Care provider.</summary>
    public static WhoMasked CareProvider { get; } = new("CARE_PROVIDER");

    /// <summary>Investigator.</summary>
    public static WhoMasked Investigator { get; } = new("INVESTIGATOR");

    /// <summary>Outcomes assessor.</summary>
    public static WhoMasked OutcomesAssessor { get; } = new("OUTCOMES_ASSESSOR");

    /// <inheritdoc/>
    public static string EnumType => "WhoMasked";

    /// <inheritdoc/>
    public static WhoMasked Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
