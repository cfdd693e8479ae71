using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>What a contact person does in the study. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<ContactRole>))]
public readonly record struct ContactRole(string Code) : IStudyCode<ContactRole>
{
    /// <summary>Study chair.</summary>
    public static ContactRole StudyChair { get; } = new("STUDY_CHAIR");

    /// <summary>Study director.</summary>
    public static ContactRole StudyDirector { get; } = new("STUDY_DIRECTOR");

    /// <summary>Principal investigator.</summary>
    public static ContactRole PrincipalInvestigator { get; } = new("PRINCIPAL_INVESTIGATOR");

    /// <summary>Sub-investigator.</summary>
    public static ContactRole SubInvestigator { get; } = new("SUB_INVESTIGATOR");

    /// <summary>Contact.</summary>
    public static ContactRole Contact { get; } = new("CONTACT");

    /// <inheritdoc/>
    public static string EnumType => "ContactRole";

    /// <inheritdoc/>
    public static ContactRole Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
