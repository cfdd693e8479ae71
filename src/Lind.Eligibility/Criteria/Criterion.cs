namespace Lind.Eligibility.Criteria;

/// <summary>One statement of a criteria text with the statements below it.</summary>
/// <remarks>Immutable. Its own words are <see cref="Marker"/> and <see cref="Text"/>; those of the statements below it
/// follow them in the text.</remarks>
public sealed record Criterion
{
    /// <summary>The bullet or number before the words, as written; null when there is none.</summary>
    public TextSpan? Marker { get; init; }

    /// <summary>The words, as written (with the registry's escapes).</summary>
    public required TextSpan Text { get; init; }

    /// <summary>Whether it only heads the statements below it, such as <c>Control group:</c>.</summary>
    public bool IsHeading { get; init; }

    /// <summary>The statements below it.</summary>
    public IReadOnlyList<Criterion> Children { get; init; } = [];

    /// <summary>The statement and all below it, in the text's order.</summary>
    public IEnumerable<Criterion> SelfAndDescendants() =>
        Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);
}
