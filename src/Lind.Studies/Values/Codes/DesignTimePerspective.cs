using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Whether an observational study looks back, forward, or at one moment. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<DesignTimePerspective>))]
public readonly record struct DesignTimePerspective(string Code) : IStudyCode<DesignTimePerspective>
{
    /// <summary>Retrospective.</summary>
    public static DesignTimePerspective Retrospective { get; } = new("RETROSPECTIVE");

    /// <summary>Prospective.</summary>
    public static DesignTimePerspective Prospective { get; } = new("PROSPECTIVE");

    /// <summary>Cross-sectional.</summary>
    public static DesignTimePerspective CrossSectional { get; } = new("CROSS_SECTIONAL");

    /// <summary>Other.</summary>
    public static DesignTimePerspective Other { get; } = new("OTHER");

    /// <inheritdoc/>
    public static string EnumType => "DesignTimePerspective";

    /// <inheritdoc/>
    public static DesignTimePerspective Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
