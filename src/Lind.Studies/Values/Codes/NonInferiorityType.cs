using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>What a statistical test set out to show. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<NonInferiorityType>))]
public readonly record struct NonInferiorityType(string Code) : IStudyCode<NonInferiorityType>
{
    /// <summary>Superiority.</summary>
    public static NonInferiorityType Superiority { get; } = new("SUPERIORITY");

    /// <summary>Non-inferiority.</summary>
    public static NonInferiorityType NonInferiority { get; } = new("NON_INFERIORITY");

    /// <summary>Equivalence.</summary>
    public static NonInferiorityType Equivalence { get; } = new("EQUIVALENCE");

    /// <summary>Other.</summary>
    public static NonInferiorityType Other { get; } = new("OTHER");

    /// <summary>Non-inferiority or equivalence.</summary>
    public static NonInferiorityType NonInferiorityOrEquivalence { get; } = new("NON_INFERIORITY_OR_EQUIVALENCE");

    /// <summary>Superiority or other.</summary>
    public static NonInferiorityType SuperiorityOrOther { get; } = new("SUPERIORITY_OR_OTHER");

    /// <summary>Non-inferiority or equivalence (older form).</summary>
    public static NonInferiorityType NonInferiorityOrEquivalenceLegacy { get; } = new("NON_INFERIORITY_OR_EQUIVALENCE_LEGACY");

    /// <summary>Superiority or other (older form).</summary>
    public static NonInferiorityType SuperiorityOrOtherLegacy { get; } = new("SUPERIORITY_OR_OTHER_LEGACY");

    /// <inheritdoc/>
    public static string EnumType => "NonInferiorityType";

    /// <inheritdoc/>
    public static NonInferiorityType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
