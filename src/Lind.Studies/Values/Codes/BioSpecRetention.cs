using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Whether samples are kept, and whether DNA could be taken from them. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<BioSpecRetention>))]
public readonly record struct BioSpecRetention(string Code) : IStudyCode<BioSpecRetention>
{
    /// <summary>None kept.</summary>
    public static BioSpecRetention NoneRetained { get; } = new("NONE_RETAINED");

    /// <summary>Samples with DNA.</summary>
    public static BioSpecRetention SamplesWithDna { get; } = new("SAMPLES_WITH_DNA");

    /// <summary>Samples without DNA.</summary>
    public static BioSpecRetention SamplesWithoutDna { get; } = new("SAMPLES_WITHOUT_DNA");

    /// <inheritdoc/>
    public static string EnumType => "BioSpecRetention";

    /// <inheritdoc/>
    public static BioSpecRetention Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
