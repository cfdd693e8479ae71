using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How a publication relates to the study. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<ReferenceType>))]
public readonly record struct ReferenceType(string Code) : IStudyCode<ReferenceType>
{
    /// <summary>Background.</summary>
    public static ReferenceType Background { get; } = new("BACKGROUND");

    /// <summary>Results of this study.</summary>
    public static ReferenceType Result { get; } = new("RESULT");

    /// <summary>Found by its NCT number.</summary>
    public static ReferenceType Derived { get; } = new("DERIVED");

    /// <inheritdoc/>
    public static string EnumType => "ReferenceType";

    /// <inheritdoc/>
    public static ReferenceType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
