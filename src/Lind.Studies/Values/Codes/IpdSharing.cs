using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Whether data of individual participants will be shared. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<IpdSharing>))]
public readonly record struct IpdSharing(string Code) : IStudyCode<IpdSharing>
{
    /// <summary>Yes.</summary>
    public static IpdSharing Yes { get; } = new("YES");

    /// <summary>No.</summary>
    public static IpdSharing No { get; } = new("NO");

    /// <summary>Undecided.</summary>
    public static IpdSharing Undecided { get; } = new("UNDECIDED");

    /// <inheritdoc/>
    public static string EnumType => "IpdSharing";

    /// <inheritdoc/>
    public static IpdSharing Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
