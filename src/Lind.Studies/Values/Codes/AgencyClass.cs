using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>What kind of organisation a sponsor or collaborator is. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<AgencyClass>))]
public readonly record struct AgencyClass(string Code) : IStudyCode<AgencyClass>
{
    /// <summary>U.S. National Institutes of Health.</summary>
    public static AgencyClass Nih { get; } = new("NIH");

    /// <summary>Other U.S. federal agency.</summary>
    public static AgencyClass Fed { get; } = new("FED");

    /// <summary>Other government.</summary>
    public static AgencyClass OtherGov { get; } = new("OTHER_GOV");

    /// <summary>Individual.</summary>
    public static AgencyClass Indiv { get; } = new("INDIV");

    /// <summary>Industry.</summary>
    public static AgencyClass Industry { get; } = new("INDUSTRY");

    /// <summary>Network.</summary>
    public static AgencyClass Network { get; } = new("NETWORK");

    /// <summary>Ambiguous.</summary>
    public static AgencyClass Ambig { get; } = new("AMBIG");

    /// <summary>Other.</summary>
    public static AgencyClass Other { get; } = new("OTHER");

    /// <summary>Unknown.</summary>
    public static AgencyClass Unknown { get; } = new("UNKNOWN");

    /// <inheritdoc/>
    public static string EnumType => "AgencyClass";

    /// <inheritdoc/>
    public static AgencyClass Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
