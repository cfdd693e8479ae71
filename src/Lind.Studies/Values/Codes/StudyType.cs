using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Whether a study assigns what it studies, only observes, or gives access outside a trial. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<StudyType>))]
public readonly record struct StudyType(string Code) : IStudyCode<StudyType>
{
    /// <summary>Expanded access.</summary>
    public static StudyType ExpandedAccess { get; } = new("EXPANDED_ACCESS");

    /// <summary>Interventional.</summary>
    public static StudyType Interventional { get; } = new("INTERVENTIONAL");

    /// <summary>Observational.</summary>
    public static StudyType Observational { get; } = new("OBSERVATIONAL");

    /// <inheritdoc/>
    public static string EnumType => "StudyType";

    /// <inheritdoc/>
    public static StudyType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
