using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How closely a browse term fits the study. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<BrowseLeafRelevance>))]
public readonly record struct BrowseLeafRelevance(string Code) : IStudyCode<BrowseLeafRelevance>
{
    /// <summary>Low.</summary>
    public static BrowseLeafRelevance Low { get; } = new("LOW");

    /// <summary>High.</summary>
    public static BrowseLeafRelevance High { get; } = new("HIGH");

    /// <inheritdoc/>
    public static string EnumType => "BrowseLeafRelevance";

    /// <inheritdoc/>
    public static BrowseLeafRelevance Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
