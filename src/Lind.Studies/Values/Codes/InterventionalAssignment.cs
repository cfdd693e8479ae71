using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How arms receive interventions over time. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<InterventionalAssignment>))]
public readonly record struct InterventionalAssignment(string Code) : IStudyCode<InterventionalAssignment>
{
    /// <summary>Single group.</summary>
    public static InterventionalAssignment SingleGroup { get; } = new("SINGLE_GROUP");

    /// <summary>Parallel groups.</summary>
    public static InterventionalAssignment Parallel { get; } = new("PARALLEL");

    /// <summary>Crossover.</summary>
    public static InterventionalAssignment Crossover { get; } = new("CROSSOVER");

    /// <summary>Factorial.</summary>
    public static InterventionalAssignment Factorial { get; } = new("FACTORIAL");

    /// <summary>Sequential.</summary>
    public static InterventionalAssignment Sequential { get; } = new("SEQUENTIAL");

    /// <inheritdoc/>
    public static string EnumType => "InterventionalAssignment";

    /// <inheritdoc/>
    public static InterventionalAssignment Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
