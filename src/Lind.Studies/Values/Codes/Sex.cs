using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>Which sex can take part. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<Sex>))]
public readonly record struct Sex(string Code) : IStudyCode<Sex>
{
    /// <summary>Female.</summary>
    public static Sex Female { get; } = new("FEMALE");

    /// <summary>Male.</summary>
    public static Sex Male { get; } = new("MALE");

    /// <summary>All.</summary>
    public static Sex All { get; } = new("ALL");

    /// <inheritdoc/>
    public static string EnumType => "Sex";

    /// <inheritdoc/>
    public static Sex Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
