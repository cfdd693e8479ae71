using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How an observational study picks and follows its groups. The code is kept as it came, known or not.</summary>
/// <param name="Code">The registry's code.</param>
[JsonConverter(typeof(StudyCodeConverter<ObservationalModel>))]
public readonly record struct ObservationalModel(string Code) : IStudyCode<ObservationalModel>
{
    /// <summary>Cohort.</summary>
    public static ObservationalModel Cohort { get; } = new("COHORT");

    /// <summary>Case-control.</summary>
    public static ObservationalModel CaseControl { get; } = new("CASE_CONTROL");

    /// <summary>Case-only.</summary>
    public static ObservationalModel CaseOnly { get; } = new("CASE_ONLY");

    /// <summary>Case-crossover.</summary>
    public static ObservationalModel CaseCrossover { get; } = new("CASE_CROSSOVER");

    /// <summary>Ecologic or community.</summary>
    public static ObservationalModel EcologicOrCommunity { get; } = new("ECOLOGIC_OR_COMMUNITY");

    /// <summary>Family-based.</summary>
    public static ObservationalModel FamilyBased { get; } = new("FAMILY_BASED");

    /// <summary>Defined population.</summary>
    public static ObservationalModel DefinedPopulation { get; } = new("DEFINED_POPULATION");

    /// <summary>Natural history.</summary>
    public static ObservationalModel NaturalHistory { get; } = new("NATURAL_HISTORY");

    /// <summary>Other.</summary>
    public static ObservationalModel Other { get; } = new("OTHER");

    /// <inheritdoc/>
    public static string EnumType => "ObservationalModel";

    /// <inheritdoc/>
    public static ObservationalModel Of(string code) => new(code);

    /// <inheritdoc/>
    public override string ToString() => Code ?? "";
}
