using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Where one site stands. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<RecruitmentStatus>))]
public readonly record struct RecruitmentStatus(string Code) : IStudyCode<RecruitmentStatus>
{
    /// <summary>Active, not recruiting.</summary>
    public static RecruitmentStatus ActiveNotRecruiting { get; } = new("ACTIVE_NOT_RECRUITING");

    /// <summary>Completed.</summary>
    public static RecruitmentStatus Completed { get; } = new("COMPLETED");

    /// <summary>Enrolling by invitation.</summary>
    public static RecruitmentStatus EnrollingByInvitation { get; } = new("ENROLLING_BY_INVITATION");

    /// <summary>Not yet recruiting.</summary>
    public static RecruitmentStatus NotYetRecruiting { get; } = new("NOT_YET_RECRUITING");

    /// <summary>Recruiting.</summary>
    public static RecruitmentStatus Recruiting { get; } = new("RECRUITING");

    /// <summary>Suspended.</summary>
    public static RecruitmentStatus Suspended { get; } = new("SUSPENDED");

    /// <summary>Terminated.</summary>
    public static RecruitmentStatus Terminated { get; } = new("TERMINATED");

    /// <summary>Withdrawn.</summary>
    public static RecruitmentStatus Withdrawn { get; } = new("WITHDRAWN");

    /// <summary>Available.</summary>
    public static RecruitmentStatus Available { get; } = new("AVAILABLE");

    /// <inheritdoc/>
    public static string EnumType => "RecruitmentStatus";

    /// <inheritdoc/>
    public static RecruitmentStatus Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
