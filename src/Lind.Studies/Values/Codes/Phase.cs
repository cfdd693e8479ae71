using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>The phase of drug development a study belongs to; a study can carry two. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<Phase>))]
public readonly record struct Phase(string Code) : IStudyCode<Phase>
{
    /// <summary>Not applicable.</summary>
    public static Phase NotApplicable { get; } = new("NA");

    /// <summary>Early phase 1.</summary>
    public static Phase EarlyPhase1 { get; } = new("EARLY_PHASE1");

    /// <summary>Phase 1.</summary>
    public static Phase Phase1 { get; } = new("PHASE1");

    /// <summary>Phase 2.</summary>
    public static Phase Phase2 { get; } = new("PHASE2");

    /// <summary>Phase 3.</summary>
    public static Phase Phase3 { get; } = new("PHASE3");

    /// <summary>Phase 4.</summary>
    public static Phase Phase4 { get; } = new("PHASE4");

    /// <inheritdoc/>
    public static string EnumType => "Phase";

    /// <inheritdoc/>
    public static Phase Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
