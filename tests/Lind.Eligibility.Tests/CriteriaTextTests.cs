using System.Text;
using Lind.Eligibility.Criteria;

namespace Lind.Eligibility.Tests;

public sealed class CriteriaTextTests
{
    [Theory]
    [InlineData("Inclusion Criteria:\n\n* a\n* b\n\nExclusion Criteria:\n\n* c", "+[a b] -[c]")]
    [InlineData("INCLUSION CRITERIA\n1. a\n2. b\nEXCLUSION CRITERIA\n1. c", "+[a b] -[c]")]
    [InlineData("Key Inclusion Criteria\n\n- a\n\nKey Exclusion Criteria\n\n- c", "+[a] -[c]")]
    [InlineData("Inclusion:\n* a\nExclusion:\n* c", "+[a] -[c]")]
    [InlineData("* Inclusion Criteria:\n  * a\n* Exclusion Criteria:\n  * c", "+[a] -[c]")]
    [InlineData("I. Inclusion Criteria\n\n* a\n\nII. Exclusion Criteria\n\n* c", "+[a] -[c]")]
    [InlineData("A) Inclusion Criteria:\n\n* a", "+[a]")]
    [InlineData("Inclusion criteria : a", "+[a]")]
    [InlineData("* a\n\nExclusion criteria 4 and 19", "?[a] -[Exclusion criteria 4 and 19]")]
    [InlineData("Key Inclusion Criteria: a\n\nKey Exclusion Criteria: c", "+[a] -[c]")]
    [InlineData("Inclusion Criteria: a b. Exclusion Criteria: c", "+[a b.] -[c]")]
    [InlineData("Inclusion Criteria:- a Exclusion Criteria:- c", "+[a] -[c]")]
    [InlineData("Criteria of inclusion:\n* a\nCriteria for exclusion:\n* c", "+[a] -[c]")]
    [InlineData("Inclusion Criteria (adults):\n* a\nExclusion Criteria for all groups:\n* c", "+[a] -[c]")]
    [InlineData("Donor inclusion criteria\n* a\nDonor exclusion criteria\n* c", "+[a] -[c]")]
    [InlineData("Non-inclusion Criteria:\n* c", "-[c]")]
    [InlineData("Patients are eligible if:\n\n* a\n\nPatients are ineligible if:\n\n* c", "+[a] -[c]")]
    [InlineData("Patients will be excluded if they meet any of these:\n\n* c", "-[c]")]
    [InlineData("To participate, a subject must not have:\n\n* c", "-[c]")]
    [InlineData("Inclusion/Exclusion Criteria:\n* a", "?[a]")]
    [InlineData("Eligibility Criteria:\n* a", "?[a]")]
    [InlineData("DISEASE CHARACTERISTICS:\n\n* a\n\nPATIENT CHARACTERISTICS:\n\n* b", "?[a] ?[b]")]
    [InlineData("a\n\nb", "?[a b]")]
    [InlineData("Before.\n\nInclusion Criteria:\n\n* a", "?[Before.] +[a]")]
    [InlineData("", "")]
    [InlineData(" \r\n\t\r\n", "")]
    [InlineData("Inclusion Criteria:\n* a\nOther inclusion/exclusion criteria may apply",
        "+[a] ?[Other inclusion/exclusion criteria may apply]")]
    public void Split_Headings_DecideTheKind(string text, string expected) =>
        Assert.Equal(expected, Show(CriteriaText.Split(text)));

    [Theory]
    [InlineData("Inclusion criteria.\n* a\nExclusion criteria.\n* c", "+[a] -[c]")]
    [InlineData("**Inclusion Criteria:**\n* a\n**Exclusion Criteria:**\n* c", "+[a] -[c]")]
    [InlineData("Inclusion Criteria (Cohort A)\n* a\n\nExclusion Criteria (Cohort A)\n* c", "+[a] -[c]")]
    [InlineData("1. Inclusion criteria\n1.1. a\n2. Exclusion criteria\n2.1. c", "+[a] -[c]")]
    [InlineData("Subjects must NOT have:\n* c", "-[c]")]
    [InlineData("Inclusion Criteria Adults with asthma for a year. Able to walk. Exclusion Criteria Current smokers. Asbestosis.",
        "+[Adults with asthma for a year. Able to walk.] -[Current smokers. Asbestosis.]")]
    [InlineData("Exlusion Criteria:\n* c\nInclusioin critera:\n* a", "-[c] +[a]")]
    [InlineData("EXCLSUION CIRTERIA\n* c\nInclution criterias\n* a", "-[c] +[a]")]
    [InlineData("Exclusion Criteria:\n* c\n\nWithdrawal criteria:\n* d", "-[c] ?[Withdrawal criteria:(d)]")]
    [InlineData("Exclusion criteria:\n* c\nElimination Criteria\n* d", "-[c] ?[Elimination Criteria d]")]
    [InlineData("Inclusion Criteria:\n* a\n\nAnyone meeting one of these will be disqualified from entering:\n* c", "+[a] -[c]")]
    [InlineData("Inclusion Criteria:\n* a\n\nPeople will be unable to enroll if they:\n* c", "+[a] -[c]")]
    [InlineData("Inclusion Criteria:\n* a\n\nSubjects cannot be enrolled if they:\n* c", "+[a] -[c]")]
    [InlineData("Inclusion Criteria:\n* a\n\nParticipants must not meet any of these:\n* c", "+[a] -[c]")]
    [InlineData("A patient with any of these is not eligible (unless otherwise stated):\n* c", "-[c]")]
    [InlineData("Inclusion Criteria:\n\nVA inclusion criteria\n* a", "+[] +[a]")]
    [InlineData("Exclusion criteria for part B:\n\nInclusion Criteria:\n* a", "-[Exclusion criteria for part B:] +[a]")]
    [InlineData("Exclusion Criteria:\n\nPrior Medication:\n\nExcluded:\n\n* c\n\nRisk Behavior:\n\nExcluded:\n\nd",
        "-[Prior Medication: Excluded:(c) Risk Behavior: Excluded: d]")]
    [InlineData("Included:\n* a\n\nExcluded:\n* c", "+[a] -[c]")]
    [InlineData("PATIENT CHARACTERISTICS: Age: 18 and over Sex: Male Renal: Not stated\n\nPRIOR CONCURRENT THERAPY: Surgery: None",
        "?[Age:(18 and over) Sex:(Male) Renal:(Not stated)] ?[Surgery:(None)]")]
    public void Split_HeadingsOfLooseForm_DecideTheKind(string text, string expected) =>
        Assert.Equal(expected, Show(CriteriaText.Split(text)));

    /// <summary>The mistake that must not happen: a statement taken for its opposite.</summary>
    [Theory]
    [InlineData("Inclusion Criteria:\n* a\n* able to read Exclusion Criteria\n* c", "+[a able to read] -[c]")]
    [InlineData("Inclusion Criteria:\n* a\n* able to consent. Exclusion Criteria\n* c", "+[a able to consent.] -[c]")]
    [InlineData("Inclusion Criteria:\n* meets none of the Exclusion Criteria\n* b", "+[meets none of the Exclusion Criteria b]")]
    [InlineData("Exclusion Criteria:\n* c\n\nThese findings are not exclusionary:\n* d", "-[c] ?[d]")]
    [InlineData("Inclusion Criteria:\n* a\n\nFrail is one who is not eligible for intensive chemotherapy and:\n* b",
        "+[a Frail is one who is not eligible for intensive chemotherapy and:(b)]")]
    [InlineData("Exclusion Criteria:\n1. c\n\nNote: they are eligible provided that:\n* d\n* e\n2. f",
        "-[c Note: they are eligible provided that:(d e) f]")]
    [InlineData("Exclusion Criteria:\n1. c\n\nPatients are eligible if:\n* d\n2. f", "-[c] +[d] -[f]")]
    [InlineData("Inclusion Criteria:\n1. a\n\nPatients are excluded if:\n2. c\n3. d", "+[a] -[c d]")]
    [InlineData("Exclusion Criteria:\n* c\n\nInclusion of Minorities:\n* all are welcome", "-[c] ?[all are welcome]")]
    [InlineData("Inclusion Criteria:\n* Exclusion of other causes of dementia\n* a",
        "+[Exclusion of other causes of dementia a]")]
    [InlineData("Inclusion Criteria:\n* Must not meet any exclusion criteria\n* a",
        "+[Must not meet any exclusion criteria a]")]
    [InlineData("Inclusion Criteria:\n* Leukemia (excluding APL) with one of:\n  * a",
        "+[Leukemia (excluding APL) with one of:(a)]")]
    [InlineData("Inclusion Criteria:\n* a\n\nPatients are excluded if:\n* c\n\nAll must be over 18.",
        "+[a] -[c] ?[All must be over 18.]")]
    [InlineData("Exclusion Criteria:\n* c\n\nAll exclusion criteria apply, with these exceptions:\n* a", "-[c] ?[a]")]
    [InlineData("Inclusion Criteria:\n* meets all inclusion criteria and none of the exclusion criteria\n* b",
        "+[meets all inclusion criteria and none of the exclusion criteria b]")]
    [InlineData("Inclusion Criteria:\n\nSubjects must meet all inclusion and no exclusion criteria:\n* a",
        "+[Subjects must meet all inclusion and no exclusion criteria:(a)]")]
    public void Split_WordsOfTheOtherKind_DoNotTurnAList(string text, string expected) =>
        Assert.Equal(expected, Show(CriteriaText.Split(text)));

    [Theory]
    [InlineData("1. a:\n   1. b\n   2. c\n2. d", "?[a:(b c) d]")]
    [InlineData("1. a:\n* b\n* c\n2. d", "?[a:(b c) d]")]
    [InlineData("* a\n\n  * b\n\n    * c\n* d", "?[a(b(c)) d]")]
    [InlineData("1. a:\na) b\nb) c\n2. d", "?[a:(b c) d]")]
    [InlineData("1) a:\n(a) b\n(b) c\n2) d", "?[a:(b c) d]")]
    [InlineData("1. a:\n   i. b\n   ii. c\n2. d", "?[a:(b c) d]")]
    [InlineData("• a\n◦ b\n– c\n➢ d", "?[a b c d]")]
    [InlineData("1. a\n\nFor women:\n2. b\n3. c", "?[a For women:(b c)]")]
    [InlineData("1. a\n\nUnless:\n* b\n2. c", "?[a Unless:(b) c]")]
    [InlineData("Group A:\n* a\nGroup B:\n* b", "?[Group A:(a) Group B:(b)]")]
    [InlineData("* a that goes\n  on here\n* b", "?[a that goes|on here b]")]
    [InlineData("Men who are\nover 18\nWomen", "?[Men who are|over 18 Women]")]
    public void Split_Lists_NestByIndentAndMarker(string text, string expected) =>
        Assert.Equal(expected, Show(CriteriaText.Split(text)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Split_AnyText_LosesNothing(int seed)
    {
        var random = new Random(seed);
        string[] parts =
        [
            "Inclusion Criteria:", "exclusion criteria", "* ", "- ", "1. ", "a) ", "\n", "\n\n", "\r\n", "  ", "\t", "x",
            "Age > 18", "if:", "Patients are excluded", ".", "\\", "(", "ⅷ", "😀", "\ud800", "DISEASE CHARACTERISTICS:",
            ":", "unless", "may apply", "\u00a0", "•", "Exclusion Criteria", "Excluded:", "Age:", "2. ", "eligible provided that:",
        ];
        for (var round = 0; round < 2000; round++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(40); count > 0; count--)
            {
                text.Append(parts[random.Next(parts.Length)]);
            }

            AssertWhole(text.ToString());
        }
    }

    [Fact]
    public void Split_HostileTexts_TakeLinearTimeAndBoundedDepth()
    {
        AssertWhole(string.Concat(Enumerable.Range(0, 3000).Select(i => new string(' ', i) + "* a\n")));
        AssertWhole(string.Concat(Enumerable.Repeat("Inclusion ", 20_000)) + ":");
        AssertWhole(string.Concat(Enumerable.Repeat("Inclusion Criteria: ", 5_000)));
        AssertWhole(new string('*', 100_000));
        AssertWhole("a." + new string(' ', 200_000) + "Exclusion Criteria" + new string(' ', 200_000) + "b");
        AssertWhole("DISEASE CHARACTERISTICS: " + string.Concat(Enumerable.Repeat("Age: ", 20_000)));
        AssertWhole(string.Concat(Enumerable.Range(1, 3000).Select(i => $"{i}. a\n\nNo one is eligible if:\n* b\n")));
        AssertWhole(new string('\n', 100_000) + "a");
    }

    private static void AssertWhole(string text)
    {
        var at = 0;
        foreach (var span in Spans(CriteriaText.Split(text)))
        {
            if (span.Start < at || span.Length <= 0 || !string.IsNullOrWhiteSpace(text[at..span.Start]))
            {
                Assert.Fail($"lost or doubled at {at} to {span.Start} in: {text}");
            }

            at = span.End;
        }

        Assert.Equal("", text[at..].Trim());
    }

    internal static IEnumerable<TextSpan> Spans(CriteriaText criteria)
    {
        foreach (var section in criteria.Sections)
        {
            if (section.Heading is { } heading)
            {
                yield return heading;
            }

            foreach (var item in section.Items.SelectMany(item => item.SelfAndDescendants()))
            {
                if (item.Marker is { } marker)
                {
                    yield return marker;
                }

                yield return item.Text;
            }
        }
    }

    private static string Show(CriteriaText criteria) => string.Join(' ', criteria.Sections.Select(section =>
        $"{"?+-"[(int)section.Kind]}[{Show(criteria.Text, section.Items)}]"));

    private static string Show(string text, IReadOnlyList<Criterion> items) => string.Join(' ', items.Select(item =>
        item.Text.Of(text).Replace("\n", "|").Replace("|  ", "|")
        + (item.Children.Count == 0 ? "" : $"({Show(text, item.Children)})")));
}
