using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>What kind of number a further study identifier is. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<SecondaryIdType>))]
public readonly record struct SecondaryIdType(string Code) : IStudyCode<SecondaryIdType>
{
    /// <summary>U.S. NIH grant or contract.</summary>
    public static SecondaryIdType Nih { get; } = new("NIH");

    /// <summary>U.S. FDA grant or contract.</summary>
    public static SecondaryIdType Fda { get; } = new("FDA");

    /// <summary>U.S. VA grant or contract.</summary>
    public static SecondaryIdType Va { get; } = new("VA");

    /// <summary>U.S. CDC grant or contract.</summary>
    public static SecondaryIdType Cdc { get; } = new("CDC");

    /// <summary>U.S. AHRQ grant or contract.</summary>
    public static SecondaryIdType Ahrq { get; } = new("AHRQ");

    /// <summary>U.S. SAMHSA grant or contract.</summary>
    public static SecondaryIdType Samhsa { get; } = new("SAMHSA");

    /// <summary>Other grant or funding number.</summary>
    public static SecondaryIdType OtherGrant { get; } = new("OTHER_GRANT");

    /// <summary>EudraCT number.</summary>
    public static SecondaryIdType EudractNumber { get; } = new("EUDRACT_NUMBER");

    /// <summary>EU trial (CTIS) number.</summary>
    public static SecondaryIdType Ctis { get; } = new("CTIS");

    /// <summary>Registry identifier.</summary>
    public static SecondaryIdType Registry { get; } = new("REGISTRY");

    /// <summary>Other identifier.</summary>
    public static SecondaryIdType Other { get; } = new("OTHER");

    /// <inheritdoc/>
    public static string EnumType => "SecondaryIdType";

    /// <inheritdoc/>
    public static SecondaryIdType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
