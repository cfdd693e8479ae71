using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>What happened to results that were sent in but are not posted. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<UnpostedEventType>))]
public readonly record struct UnpostedEventType(string Code) : IStudyCode<UnpostedEventType>
{
    /// <summary>Sent back for corrections.</summary>
    public static UnpostedEventType Reset { get; } = new("RESET");

    /// <summary>Sent in.</summary>
    public static UnpostedEventType Release { get; } = new("RELEASE");

    /// <summary>Withdrawn from review.</summary>
    public static UnpostedEventType Unrelease { get; } = new("UNRELEASE");

    /// <inheritdoc/>
    public static string EnumType => "UnpostedEventType";

    /// <inheritdoc/>
    public static UnpostedEventType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
