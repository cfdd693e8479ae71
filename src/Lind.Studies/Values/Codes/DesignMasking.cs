using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How many roles do not know who receives what. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<DesignMasking>))]
public readonly record struct DesignMasking(string Code) : IStudyCode<DesignMasking>
{
    /// <summary>None (open label).</summary>
    public static DesignMasking None { get; } = new("NONE");

    /// <summary>Single.</summary>
    public static DesignMasking Single { get; } = new("SINGLE");

    /// <summary>Double.</summary>
    public static DesignMasking Double { get; } = new("DOUBLE");

    /// <summary>Triple.</summary>
    public static DesignMasking Triple { get; } = new("TRIPLE");

    /// <summary>Quadruple.</summary>
    public static DesignMasking Quadruple { get; } = new("QUADRUPLE");

    /// <inheritdoc/>
    public static string EnumType => "DesignMasking";

    /// <inheritdoc/>
    public static DesignMasking Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
