using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>What an official does in the study. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<OfficialRole>))]
public readonly record struct OfficialRole(string Code) : IStudyCode<OfficialRole>
{
    /// <summary>Study chair.</summary>
    public static OfficialRole StudyChair { get; } = new("STUDY_CHAIR");

    /// <summary>Study director.</summary>
    public static OfficialRole StudyDirector { get; } = new("STUDY_DIRECTOR");

    /// <summary>Principal investigator.</summary>
    public static OfficialRole PrincipalInvestigator { get; } = new("PRINCIPAL_INVESTIGATOR");

    /// <summary>Sub-investigator.</summary>
    public static OfficialRole SubInvestigator { get; } = new("SUB_INVESTIGATOR");

    /// <inheritdoc/>
    public static string EnumType => "OfficialRole";

    /// <inheritdoc/>
    public static OfficialRole Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
