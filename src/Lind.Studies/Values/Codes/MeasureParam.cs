using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How a measured number summarises its group. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<MeasureParam>))]
public readonly record struct MeasureParam(string Code) : IStudyCode<MeasureParam>
{
    /// <summary>Geometric mean.</summary>
    public static MeasureParam GeometricMean { get; } = new("GEOMETRIC_MEAN");

    /// <summary>Geometric least squares mean.</summary>
    public static MeasureParam GeometricLeastSquaresMean { get; } = new("GEOMETRIC_LEAST_SQUARES_MEAN");

    /// <summary>Least squares mean.</summary>
    public static MeasureParam LeastSquaresMean { get; } = new("LEAST_SQUARES_MEAN");

    /// <summary>Log mean.</summary>
    public static MeasureParam LogMean { get; } = new("LOG_MEAN");

    /// <summary>Mean.</summary>
    public static MeasureParam Mean { get; } = new("MEAN");

    /// <summary>Median.</summary>
    public static MeasureParam Median { get; } = new("MEDIAN");

    /// <summary>Number.</summary>
    public static MeasureParam Number { get; } = new("NUMBER");

    /// <summary>Count of participants.</summary>
    public static MeasureParam CountOfParticipants { get; } = new("COUNT_OF_PARTICIPANTS");

    /// <summary>Count of units.</summary>
    public static MeasureParam CountOfUnits { get; } = new("COUNT_OF_UNITS");

    /// <inheritdoc/>
    public static string EnumType => "MeasureParam";

    /// <inheritdoc/>
    public static MeasureParam Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
