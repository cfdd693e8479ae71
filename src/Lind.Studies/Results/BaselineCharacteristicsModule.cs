namespace Lind.Studies;

/// <summary>Who took part: their number, age, sex and more.</summary>
public sealed record BaselineCharacteristicsModule : StudyPart
{
    /// <summary>Who is counted here.</summary>
    public string? PopulationDescription { get; init; }

    /// <summary>What is counted beside participants.</summary>
    public string? TypeUnitsAnalyzed { get; init; }

    /// <summary>The groups described.</summary>
    public IReadOnlyList<MeasureGroup>? Groups { get; init; }

    /// <summary>How many are in each group.</summary>
    public IReadOnlyList<Denom>? Denoms { get; init; }

    /// <summary>What is told about them.</summary>
    public IReadOnlyList<BaselineMeasure>? Measures { get; init; }
}

/// <summary>One characteristic of the participants.</summary>
public sealed record BaselineMeasure : StudyPart
{
    /// <summary>What is told.</summary>
    public string? Title { get; init; }

    /// <summary>More about it.</summary>
    public string? Description { get; init; }

    /// <summary>Who is counted here.</summary>
    public string? PopulationDescription { get; init; }

    /// <summary>How the number summarises its group.</summary>
    public MeasureParam? ParamType { get; init; }

    /// <summary>How its spread is given.</summary>
    public MeasureDispersionType? DispersionType { get; init; }

    /// <summary>Unit.</summary>
    public string? UnitOfMeasure { get; init; }

    /// <summary>Whether percentages are shown.</summary>
    public bool? CalculatePct { get; init; }

    /// <summary>Which units the counts refer to.</summary>
    public string? DenomUnitsSelected { get; init; }

    /// <summary>How many are counted here.</summary>
    public IReadOnlyList<Denom>? Denoms { get; init; }

    /// <summary>The rows of the table.</summary>
    public IReadOnlyList<MeasureClass>? Classes { get; init; }
}
