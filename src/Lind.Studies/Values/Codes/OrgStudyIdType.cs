using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Which agency gave the sponsor's own study number, when an agency did. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<OrgStudyIdType>))]
public readonly record struct OrgStudyIdType(string Code) : IStudyCode<OrgStudyIdType>
{
    /// <summary>U.S. NIH grant or contract.</summary>
    public static OrgStudyIdType Nih { get; } = new("NIH");

    /// <summary>U.S. FDA grant or contract.</summary>
    public static OrgStudyIdType Fda { get; } = new("FDA");

    /// <summary>U.S. VA grant or contract.</summary>
    public static OrgStudyIdType Va { get; } = new("VA");

    /// <summary>U.S. CDC grant or contract.</summary>
    public static OrgStudyIdType Cdc { get; } = new("CDC");

    /// <summary>U.S. AHRQ grant or contract.</summary>
    public static OrgStudyIdType Ahrq { get; } = new("AHRQ");

    /// <summary>U.S. SAMHSA grant or contract.</summary>
    public static OrgStudyIdType Samhsa { get; } = new("SAMHSA");

    /// <inheritdoc/>
    public static string EnumType => "OrgStudyIdType";

    /// <inheritdoc/>
    public static OrgStudyIdType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
