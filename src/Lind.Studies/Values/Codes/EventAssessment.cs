using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How adverse events were collected. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<EventAssessment>))]
public readonly record struct EventAssessment(string Code) : IStudyCode<EventAssessment>
{
    /// <summary>Reported without asking systematically.</summary>
    public static EventAssessment NonSystematicAssessment { get; } = new("NON_SYSTEMATIC_ASSESSMENT");

    /// <summary>Asked or examined systematically.</summary>
    public static EventAssessment SystematicAssessment { get; } = new("SYSTEMATIC_ASSESSMENT");

    /// <inheritdoc/>
    public static string EnumType => "EventAssessment";

    /// <inheritdoc/>
    public static EventAssessment Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
