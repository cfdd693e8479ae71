using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Whether a treatment can be had through expanded access. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<ExpandedAccessStatus>))]
public readonly record struct ExpandedAccessStatus(string Code) : IStudyCode<ExpandedAccessStatus>
{
    /// <summary>Available.</summary>
    public static ExpandedAccessStatus Available { get; } = new("AVAILABLE");

    /// <summary>No longer available.</summary>
    public static ExpandedAccessStatus NoLongerAvailable { get; } = new("NO_LONGER_AVAILABLE");

    /// <summary>Temporarily not available.</summary>
    public static ExpandedAccessStatus TemporarilyNotAvailable { get; } = new("TEMPORARILY_NOT_AVAILABLE");

    /// <summary>Approved for marketing.</summary>
    public static ExpandedAccessStatus ApprovedForMarketing { get; } = new("APPROVED_FOR_MARKETING");

    /// <inheritdoc/>
    public static string EnumType => "ExpandedAccessStatus";

    /// <inheritdoc/>
    public static ExpandedAccessStatus Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
