using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>What kind of thing an intervention is. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<InterventionType>))]
public readonly record struct InterventionType(string Code) : IStudyCode<InterventionType>
{
    /// <summary>Behavioral.</summary>
    public static InterventionType Behavioral { get; } = new("BEHAVIORAL");

    /// <summary>Biological.</summary>
    public static InterventionType Biological { get; } = new("BIOLOGICAL");

    /// <summary>Combination product.</summary>
    public static InterventionType CombinationProduct { get; } = new("COMBINATION_PRODUCT");

    /// <summary>Device.</summary>
    public static InterventionType Device { get; } = new("DEVICE");

    /// <summary>Diagnostic test.</summary>
    public static InterventionType DiagnosticTest { get; } = new("DIAGNOSTIC_TEST");

    /// <summary>Dietary supplement.</summary>
    public static InterventionType DietarySupplement { get; } = new("DIETARY_SUPPLEMENT");

    /// <summary>Drug.</summary>
    public static InterventionType Drug { get; } = new("DRUG");

    /// <summary>Genetic.</summary>
    public static InterventionType Genetic { get; } = new("GENETIC");

    /// <summary>Procedure.</summary>
    public static InterventionType Procedure { get; } = new("PROCEDURE");

    /// <summary>Radiation.</summary>
    public static InterventionType Radiation { get; } = new("RADIATION");

    /// <summary>Other.</summary>
    public static InterventionType Other { get; } = new("OTHER");

    /// <inheritdoc/>
    public static string EnumType => "InterventionType";

    /// <inheritdoc/>
    public static InterventionType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
