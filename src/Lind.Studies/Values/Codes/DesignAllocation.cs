using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How participants are assigned to arms. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<DesignAllocation>))]
public readonly record struct DesignAllocation(string Code) : IStudyCode<DesignAllocation>
{
    /// <summary>Randomized.</summary>
    public static DesignAllocation Randomized { get; } = new("RANDOMIZED");

    /// <summary>Non-randomized.</summary>
    public static DesignAllocation NonRandomized { get; } = new("NON_RANDOMIZED");

    /// <summary>Not applicable.</summary>
    public static DesignAllocation NotApplicable { get; } = new("NA");

    /// <inheritdoc/>
    public static string EnumType => "DesignAllocation";

    /// <inheritdoc/>
    public static DesignAllocation Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
