using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Whether a date has happened or is expected. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<DateType>))]
public readonly record struct DateType(string Code) : IStudyCode<DateType>
{
    /// <summary>Actual.</summary>
    public static DateType Actual { get; } = new("ACTUAL");

    /// <summary>Estimated.</summary>
    public static DateType Estimated { get; } = new("ESTIMATED");

    /// <inheritdoc/>
    public static string EnumType => "DateType";

    /// <inheritdoc/>
    public static DateType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
