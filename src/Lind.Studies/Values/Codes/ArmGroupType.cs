using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>The role an arm plays in a trial. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<ArmGroupType>))]
public readonly record struct ArmGroupType(string Code) : IStudyCode<ArmGroupType>
{
    /// <summary>Experimental.</summary>
    public static ArmGroupType Experimental { get; } = new("EXPERIMENTAL");

    /// <summary>Active comparator.</summary>
    public static ArmGroupType ActiveComparator { get; } = new("ACTIVE_COMPARATOR");

    /// <summary>Placebo comparator.</summary>
    public static ArmGroupType PlaceboComparator { get; } = new("PLACEBO_COMPARATOR");

    /// <summary>Sham comparator.</summary>
    public static ArmGroupType ShamComparator { get; } = new("SHAM_COMPARATOR");

    /// <summary>No intervention.</summary>
    public static ArmGroupType NoIntervention { get; } = new("NO_INTERVENTION");

    /// <summary>Other.</summary>
    public static ArmGroupType Other { get; } = new("OTHER");

    /// <inheritdoc/>
    public static string EnumType => "ArmGroupType";

    /// <inheritdoc/>
    public static ArmGroupType Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
