using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Whether the number of participants is final or planned. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<EnrollmentType>))]
public readonly record struct EnrollmentType(string Code) : IStudyCode<EnrollmentType>
{
    /// <summary>Actual.</summary>
    public static EnrollmentType Actual { get; } = new("ACTUAL");

    /// <summary>Estimated.</summary>
    public static EnrollmentType Estimated { get; } = new("ESTIMATED");

    /// <inheritdoc/>
    public static string EnumType => "EnrollmentType";

    /// <inheritdoc/>
    public static EnrollmentType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
