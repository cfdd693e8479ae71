using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Whether a confidence interval is bounded on one side or both. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<ConfidenceIntervalNumSides>))]
public readonly record struct ConfidenceIntervalNumSides(string Code) : IStudyCode<ConfidenceIntervalNumSides>
{
    /// <summary>One-sided.</summary>
    public static ConfidenceIntervalNumSides OneSided { get; } = new("ONE_SIDED");

    /// <summary>Two-sided.</summary>
    public static ConfidenceIntervalNumSides TwoSided { get; } = new("TWO_SIDED");

    /// <inheritdoc/>
    public static string EnumType => "ConfidenceIntervalNumSides";

    /// <inheritdoc/>
    public static ConfidenceIntervalNumSides Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
