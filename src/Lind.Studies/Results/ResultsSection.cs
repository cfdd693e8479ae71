namespace Lind.Studies;

/// <summary>What the study found, as its sponsor reported it.</summary>
public sealed record ResultsSection : StudyPart
{
    /// <summary>How many began, finished and left.</summary>
    public ParticipantFlowModule? ParticipantFlowModule { get; init; }

    /// <summary>Who took part.</summary>
    public BaselineCharacteristicsModule? BaselineCharacteristicsModule { get; init; }

    /// <summary>What was measured.</summary>
    public OutcomeMeasuresModule? OutcomeMeasuresModule { get; init; }

    /// <summary>Deaths and unwanted events.</summary>
    public AdverseEventsModule? AdverseEventsModule { get; init; }

    /// <summary>Caveats, agreements and contact.</summary>
    public MoreInfoModule? MoreInfoModule { get; init; }
}
