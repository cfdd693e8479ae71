using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>A step in the handling of a reporting violation. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<ViolationEventType>))]
public readonly record struct ViolationEventType(string Code) : IStudyCode<ViolationEventType>
{
    /// <summary>Violation identified by the FDA.</summary>
    public static ViolationEventType ViolationIdentified { get; } = new("VIOLATION_IDENTIFIED");

    /// <summary>Correction confirmed by the FDA.</summary>
    public static ViolationEventType CorrectionConfirmed { get; } = new("CORRECTION_CONFIRMED");

    /// <summary>Penalty imposed by the FDA.</summary>
    public static ViolationEventType PenaltyImposed { get; } = new("PENALTY_IMPOSED");

    /// <summary>Issues in the letter addressed, confirmed by the FDA.</summary>
    public static ViolationEventType IssuesInLetterAddressedConfirmed { get; } = new("ISSUES_IN_LETTER_ADDRESSED_CONFIRMED");

    /// <inheritdoc/>
    public static string EnumType => "ViolationEventType";

    /// <inheritdoc/>
    public static ViolationEventType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
