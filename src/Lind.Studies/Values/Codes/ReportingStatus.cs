using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Whether numbers of an outcome have been posted. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<ReportingStatus>))]
public readonly record struct ReportingStatus(string Code) : IStudyCode<ReportingStatus>
{
    /// <summary>Not posted.</summary>
    public static ReportingStatus NotPosted { get; } = new("NOT_POSTED");

    /// <summary>Posted.</summary>
    public static ReportingStatus Posted { get; } = new("POSTED");

    /// <inheritdoc/>
    public static string EnumType => "ReportingStatus";

    /// <inheritdoc/>
    public static ReportingStatus Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
