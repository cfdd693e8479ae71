using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>The age groups a study's age limits touch: child up to 17, adult 18 to 64, older adult from 65. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<StandardAge>))]
public readonly record struct StandardAge(string Code) : IStudyCode<StandardAge>
{
    /// <summary>Child (birth to 17).</summary>
    public static StandardAge Child { get; } = new("CHILD");

    /// <summary>Adult (18 to 64).</summary>
    public static StandardAge Adult { get; } = new("ADULT");

    /// <summary>Older adult (65 and over).</summary>
    public static StandardAge OlderAdult { get; } = new("OLDER_ADULT");

    /// <inheritdoc/>
    public static string EnumType => "StandardAge";

    /// <inheritdoc/>
    public static StandardAge Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
