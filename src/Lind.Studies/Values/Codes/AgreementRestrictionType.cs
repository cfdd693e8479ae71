using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How the sponsor may hold back an investigator's publication. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<AgreementRestrictionType>))]
public readonly record struct AgreementRestrictionType(string Code) : IStudyCode<AgreementRestrictionType>
{
    /// <summary>Sponsor may delay publication up to 60 days.</summary>
    public static AgreementRestrictionType UpTo60Days { get; } = new("LTE60");

    /// <summary>Sponsor may delay publication from 61 to 180 days.</summary>
    public static AgreementRestrictionType Over60Days { get; } = new("GT60");

    /// <summary>Other restriction.</summary>
    public static AgreementRestrictionType Other { get; } = new("OTHER");

    /// <inheritdoc/>
    public static string EnumType => "AgreementRestrictionType";

    /// <inheritdoc/>
    public static AgreementRestrictionType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
