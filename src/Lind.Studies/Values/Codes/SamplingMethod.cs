using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How the people of an observational study are chosen. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<SamplingMethod>))]
public readonly record struct SamplingMethod(string Code) : IStudyCode<SamplingMethod>
{
    /// <summary>Probability sample.</summary>
    public static SamplingMethod ProbabilitySample { get; } = new("PROBABILITY_SAMPLE");

    /// <summary>Non-probability sample.</summary>
    public static SamplingMethod NonProbabilitySample { get; } = new("NON_PROBABILITY_SAMPLE");

    /// <inheritdoc/>
    public static string EnumType => "SamplingMethod";

    /// <inheritdoc/>
    public static SamplingMethod Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
