using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Where a study as a whole stands: whether it recruits, runs, ended, or is unknown. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<OverallStatus>))]
public readonly record struct OverallStatus(string Code) : IStudyCode<OverallStatus>
{
    /// <summary>Active, not recruiting.</summary>
    public static OverallStatus ActiveNotRecruiting { get; } = new("ACTIVE_NOT_RECRUITING");

    /// <summary>Completed.</summary>
    public static OverallStatus Completed { get; } = new("COMPLETED");

    /// <summary>Enrolling by invitation.</summary>
    public static OverallStatus EnrollingByInvitation { get; } = new("ENROLLING_BY_INVITATION");

    /// <summary>Not yet recruiting.</summary>
    public static OverallStatus NotYetRecruiting { get; } = new("NOT_YET_RECRUITING");

    /// <summary>Recruiting.</summary>
    public static OverallStatus Recruiting { get; } = new("RECRUITING");

    /// <summary>Suspended.</summary>
    public static OverallStatus Suspended { get; } = new("SUSPENDED");

    /// <summary>Terminated.</summary>
    public static OverallStatus Terminated { get; } = new("TERMINATED");

    /// <summary>Withdrawn.</summary>
    public static OverallStatus Withdrawn { get; } = new("WITHDRAWN");

    /// <summary>Available.</summary>
    public static OverallStatus Available { get; } = new("AVAILABLE");

    /// <summary>No longer available.</summary>
    public static OverallStatus NoLongerAvailable { get; } = new("NO_LONGER_AVAILABLE");

    /// <summary>Temporarily not available.</summary>
    public static OverallStatus TemporarilyNotAvailable { get; } = new("TEMPORARILY_NOT_AVAILABLE");

    /// <summary>Approved for marketing.</summary>
    public static OverallStatus ApprovedForMarketing { get; } = new("APPROVED_FOR_MARKETING");

    /// <summary>Withheld.</summary>
    public static OverallStatus Withheld { get; } = new("WITHHELD");

    /// <summary>Unknown status.</summary>
    public static OverallStatus Unknown { get; } = new("UNKNOWN");

    /// <inheritdoc/>
    public static string EnumType => "Status";

    /// <inheritdoc/>
    public static OverallStatus Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
