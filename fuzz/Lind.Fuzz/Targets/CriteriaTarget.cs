using System.Text;
using Lind.Eligibility.Criteria;

namespace Lind.Fuzz.Targets;

/// <summary>Eligibility texts: the pieces follow the text, do not overlap and cover every visible character.</summary>
internal sealed class CriteriaTarget : FuzzTarget
{
    public override string Name => "criteria";

    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        .. new[]
        {
            "Inclusion Criteria:\n\n* Age 18 years or older\n* NYHA class I to III\n\n  * inner\n\nExclusion Criteria:\n\n1. Stroke\n2. Cancer",
            "INCLUSION CRITERIA: adults. EXCLUSION CRITERIA: children; - pregnancy", "Key Inclusion\n- a\n- b\nKey Exclusion\na) x\nb) y",
            "Patients must be healthy.", "1\\. one\n2\\. two", "Control group:\n\n\\- healthy\n\nExclusion:\n\n• none",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public override IReadOnlyList<string> Tokens =>
        ["\n", "\n\n", "* ", "- ", "1. ", "Inclusion Criteria:", "Exclusion", ":", "•", "   ", "a) ", "\\", "(", "and/or "];

    public override void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var criteria = CriteriaText.Split(text);
        var at = 0;
        foreach (var span in criteria.Sections.SelectMany(SpansOf))
        {
            Demand(span.Start >= at && span.Length >= 0 && span.End <= text.Length, "pieces overlap or leave the text");
            Demand(string.IsNullOrWhiteSpace(text[at..span.Start]), "words before a piece are in none");
            at = span.End;
        }

        Demand(string.IsNullOrWhiteSpace(text[at..]), "words at the end are in no piece");
    }

    private static IEnumerable<TextSpan> SpansOf(CriteriaSection section) =>
        new[] { section.Heading }.Concat(section.Items.SelectMany(item => item.SelfAndDescendants())
            .SelectMany(item => new TextSpan?[] { item.Marker, item.Text })).OfType<TextSpan>();
}
