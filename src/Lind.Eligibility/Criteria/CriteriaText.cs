using Lind.Eligibility.Parsing;

namespace Lind.Eligibility.Criteria;

/// <summary>The free text of a study's eligibility criteria, split into lists of statements.</summary>
/// <remarks>
/// The spans of headings, markers and statements do not overlap, follow the text's order and together cover every
/// character that is not white space: nothing is lost, moved or altered. Where the text does not say what a statement
/// decides, it stays under <see cref="CriteriaKind.Other"/>; nothing is guessed. Immutable.
/// </remarks>
public sealed class CriteriaText
{
    private CriteriaText(string text, IReadOnlyList<CriteriaSection> sections) =>
        (Text, Sections) = (text, sections);

    /// <summary>The text as the record has it.</summary>
    public string Text { get; }

    /// <summary>Its sections, in the text's order; empty when there are no words.</summary>
    public IReadOnlyList<CriteriaSection> Sections { get; }

    /// <summary>Whether the text names its lists: inclusion, exclusion, or topics. Else show it whole.</summary>
    public bool IsSplit => Sections.Any(section => section.Kind != CriteriaKind.Other || section.Heading is not null);

    /// <summary>The sections of one kind.</summary>
    public IEnumerable<CriteriaSection> Of(CriteriaKind kind) => Sections.Where(section => section.Kind == kind);

    /// <summary>Splits a text. Takes any text; never throws on its content. Time grows with its length only.</summary>
    public static CriteriaText Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CriteriaText(text, SectionSplitter.Split(text));
    }
}
