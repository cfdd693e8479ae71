using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Who is legally responsible for the record. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<ResponsiblePartyType>))]
public readonly record struct ResponsiblePartyType(string Code) : IStudyCode<ResponsiblePartyType>
{
    /// <summary>Sponsor.</summary>
    public static ResponsiblePartyType Sponsor { get; } = new("SPONSOR");

    /// <summary>Principal investigator.</summary>
    public static ResponsiblePartyType PrincipalInvestigator { get; } = new("PRINCIPAL_INVESTIGATOR");

    /// <summary>Sponsor-investigator.</summary>
    public static ResponsiblePartyType SponsorInvestigator { get; } = new("SPONSOR_INVESTIGATOR");

    /// <inheritdoc/>
    public static string EnumType => "ResponsiblePartyType";

    /// <inheritdoc/>
    public static ResponsiblePartyType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
