using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How prominent a reported outcome was in the plan. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<OutcomeMeasureType>))]
public readonly record struct OutcomeMeasureType(string Code) : IStudyCode<OutcomeMeasureType>
{
    /// <summary>Primary.</summary>
    public static OutcomeMeasureType Primary { get; } = new("PRIMARY");

    /// <summary>Secondary.</summary>
    public static OutcomeMeasureType Secondary { get; } = new("SECONDARY");

    /// <summary>Other, planned beforehand.</summary>
    public static OutcomeMeasureType OtherPreSpecified { get; } = new("OTHER_PRE_SPECIFIED");

    /// <summary>Added afterwards.</summary>
    public static OutcomeMeasureType PostHoc { get; } = new("POST_HOC");

    /// <inheritdoc/>
    public static string EnumType => "OutcomeMeasureType";

    /// <inheritdoc/>
    public static OutcomeMeasureType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
