using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How the spread of an estimate is given. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<AnalysisDispersionType>))]
public readonly record struct AnalysisDispersionType(string Code) : IStudyCode<AnalysisDispersionType>
{
    /// <summary>Standard deviation.</summary>
    public static AnalysisDispersionType StandardDeviation { get; } = new("STANDARD_DEVIATION");

    /// <summary>Standard error of the mean.</summary>
    public static AnalysisDispersionType StandardErrorOfMean { get; } = new("STANDARD_ERROR_OF_MEAN");

    /// <inheritdoc/>
    public static string EnumType => "AnalysisDispersionType";

    /// <inheritdoc/>
    public static AnalysisDispersionType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
