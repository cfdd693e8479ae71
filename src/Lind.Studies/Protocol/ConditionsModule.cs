namespace Lind.Studies;

/// <summary>What the study is about, in terms.</summary>
public sealed record ConditionsModule : StudyPart
{
    /// <summary>Diseases or questions studied, as the sponsor wrote them.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>Further words that help to find the study.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }
}
