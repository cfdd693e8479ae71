using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How the spread of a measured number is given. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<MeasureDispersionType>))]
public readonly record struct MeasureDispersionType(string Code) : IStudyCode<MeasureDispersionType>
{
    /// <summary>Not applicable.</summary>
    public static MeasureDispersionType NotApplicable { get; } = new("NA");

    /// <summary>Standard deviation.</summary>
    public static MeasureDispersionType StandardDeviation { get; } = new("STANDARD_DEVIATION");

    /// <summary>Standard error.</summary>
    public static MeasureDispersionType StandardError { get; } = new("STANDARD_ERROR");

    /// <summary>Interquartile range.</summary>
    public static MeasureDispersionType InterQuartileRange { get; } = new("INTER_QUARTILE_RANGE");

    /// <summary>Full range.</summary>
    public static MeasureDispersionType FullRange { get; } = new("FULL_RANGE");

    /// <summary>80% confidence interval.</summary>
    public static MeasureDispersionType Confidence80 { get; } = new("CONFIDENCE_80");

    /// <summary>90% confidence interval.</summary>
    public static MeasureDispersionType Confidence90 { get; } = new("CONFIDENCE_90");

    /// <summary>95% confidence interval.</summary>
    public static MeasureDispersionType Confidence95 { get; } = new("CONFIDENCE_95");

    /// <summary>97.5% confidence interval.</summary>
    public static MeasureDispersionType Confidence975 { get; } = new("CONFIDENCE_975");

    /// <summary>99% confidence interval.</summary>
    public static MeasureDispersionType Confidence99 { get; } = new("CONFIDENCE_99");

    /// <summary>Confidence interval, other level.</summary>
    public static MeasureDispersionType ConfidenceOther { get; } = new("CONFIDENCE_OTHER");

    /// <summary>Geometric coefficient of variation.</summary>
    public static MeasureDispersionType GeometricCoefficient { get; } = new("GEOMETRIC_COEFFICIENT");

    /// <inheritdoc/>
    public static string EnumType => "MeasureDispersionType";

    /// <inheritdoc/>
    public static MeasureDispersionType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
