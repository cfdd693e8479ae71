namespace Lind.Studies;

/// <summary>What was measured.</summary>
public sealed record OutcomeMeasuresModule : StudyPart
{
    /// <summary>One table per outcome.</summary>
    public IReadOnlyList<OutcomeMeasure>? OutcomeMeasures { get; init; }
}

/// <summary>The reported numbers of one outcome.</summary>
public sealed record OutcomeMeasure : StudyPart
{
    /// <summary>How prominent it was in the plan.</summary>
    public OutcomeMeasureType? Type { get; init; }

    /// <summary>What was measured.</summary>
    public string? Title { get; init; }

    /// <summary>How it was measured.</summary>
    public string? Description { get; init; }

    /// <summary>Who is counted here.</summary>
    public string? PopulationDescription { get; init; }

    /// <summary>Whether numbers are posted.</summary>
    public ReportingStatus? ReportingStatus { get; init; }

    /// <summary>When numbers are expected, if not posted.</summary>
    public PartialDate? AnticipatedPostingDate { get; init; }

    /// <summary>How the number summarises its group.</summary>
    public MeasureParam? ParamType { get; init; }

    /// <summary>How its spread is given, as text.</summary>
    public string? DispersionType { get; init; }

    /// <summary>Unit.</summary>
    public string? UnitOfMeasure { get; init; }

    /// <summary>Whether percentages are shown.</summary>
    public bool? CalculatePct { get; init; }

    /// <summary>When it was measured.</summary>
    public string? TimeFrame { get; init; }

    /// <summary>What is counted beside participants.</summary>
    public string? TypeUnitsAnalyzed { get; init; }

    /// <summary>Which units the counts refer to.</summary>
    public string? DenomUnitsSelected { get; init; }

    /// <summary>The groups compared.</summary>
    public IReadOnlyList<MeasureGroup>? Groups { get; init; }

    /// <summary>How many are in each group.</summary>
    public IReadOnlyList<Denom>? Denoms { get; init; }

    /// <summary>The rows of the table.</summary>
    public IReadOnlyList<MeasureClass>? Classes { get; init; }

    /// <summary>Statistical tests.</summary>
    public IReadOnlyList<MeasureAnalysis>? Analyses { get; init; }
}

/// <summary>A statistical test of an outcome.</summary>
public sealed record MeasureAnalysis : StudyPart
{
    /// <summary>What was estimated.</summary>
    public string? ParamType { get; init; }

    /// <summary>The estimate as text.</summary>
    public string? ParamValue { get; init; }

    /// <summary>How its spread is given.</summary>
    public AnalysisDispersionType? DispersionType { get; init; }

    /// <summary>Its spread as text.</summary>
    public string? DispersionValue { get; init; }

    /// <summary>The test.</summary>
    public string? StatisticalMethod { get; init; }

    /// <summary>A remark on the test.</summary>
    public string? StatisticalComment { get; init; }

    /// <summary>The p-value as text, such as <c>&lt;0.001</c>.</summary>
    public string? PValue { get; init; }

    /// <summary>A remark on it.</summary>
    public string? PValueComment { get; init; }

    /// <summary>Whether the interval has one bound or two.</summary>
    public ConfidenceIntervalNumSides? CiNumSides { get; init; }

    /// <summary>The interval's level in percent, as text.</summary>
    public string? CiPctValue { get; init; }

    /// <summary>Lower bound as text.</summary>
    public string? CiLowerLimit { get; init; }

    /// <summary>Upper bound as text.</summary>
    public string? CiUpperLimit { get; init; }

    /// <summary>Why there is no lower bound.</summary>
    public string? CiLowerLimitComment { get; init; }

    /// <summary>Why there is no upper bound.</summary>
    public string? CiUpperLimitComment { get; init; }

    /// <summary>A remark on the estimate.</summary>
    public string? EstimateComment { get; init; }

    /// <summary>Whether non-inferiority or equivalence was tested.</summary>
    public bool? TestedNonInferiority { get; init; }

    /// <summary>What the test set out to show.</summary>
    public NonInferiorityType? NonInferiorityType { get; init; }

    /// <summary>A remark on that, such as the margin.</summary>
    public string? NonInferiorityComment { get; init; }

    /// <summary>Another kind of analysis, in words.</summary>
    public string? OtherAnalysisDescription { get; init; }

    /// <summary>More about the comparison.</summary>
    public string? GroupDescription { get; init; }

    /// <summary>The groups compared.</summary>
    public IReadOnlyList<string>? GroupIds { get; init; }
}
