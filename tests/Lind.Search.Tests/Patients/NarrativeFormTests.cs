using Lind.Search.Patients;
using Lind.Search.Tests.Serving;

namespace Lind.Search.Tests.Patients;

public sealed class NarrativeFormTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    private const string Narrative =
        "A 61-year-old man with ischemic cardiomyopathy and chronic heart failure, NYHA class III. His ejection fraction is 30%. "
        + "No history of cancer. He takes carvedilol and had a coronary bypass in [**2148-10-1**].";

    [Theory]
    [InlineData(Narrative)]
    [InlineData("58 F with metastatic breast cancer to bone and liver on letrozole, now with new back pain and leg weakness since two weeks ago")]
    [InlineData("Glaucoma\nDefinitive diagnosis: primary open angle glaucoma\nIntraocular pressure: 24 mmHg\nVisual field: mild loss\nNo prior surgery, no known cardiac or renal disease")]
    [InlineData("The patient was referred for progressive dyspnea. She has never smoked. Imaging showed a mass in the left upper lobe of the lung.")]
    public void Is_DescriptionOfAPatient_IsSeen(string text) => Assert.True(NarrativeForm.Is(text));

    [Theory]
    [InlineData("heart failure")]
    [InlineData("45 year old man with asthma")]
    [InlineData("heart failure OR stroke OR dizziness AND shortness of breath in a 45 year old man with very many other things wrong with him")]
    [InlineData("AREA[MinimumAge]RANGE[MIN, 45 years] heart failure in old people who live alone and have a dog. And a cat. And birds.")]
    [InlineData("A Randomized, Double-Blind, Placebo-Controlled, Multicenter Phase 3 Study of Drug Versus Placebo in Adults With Moderate to Severe Asthma")]
    [InlineData("\"A phrase of very many words, that somebody set in quotation marks. It has two sentences, and more. It stays a phrase.\"")]
    [InlineData("NCT00000001; NCT00000002; NCT00000003; a b c d e f g h i j k l m n o p; q")]
    public void Is_Expression_IsLeftAlone(string text) => Assert.False(NarrativeForm.Is(text));

    [Fact]
    public void QueryTerm_Narrative_IsReadAndRanked()
    {
        var answer = sample.Search(new StudySearchRequest { QueryTerm = Narrative, CountTotal = true });
        var asked = sample.Search(new StudySearchRequest { PatientNarrative = Narrative, CountTotal = true });

        Assert.Equal(61, answer.Patient!.AgeYears);
        Assert.Equal("MALE", answer.Patient.Sex);
        Assert.Contains(answer.Patient.Negated, negated => negated.Contains("cancer", StringComparison.Ordinal));
        Assert.NotEmpty(answer.Hits);
        Assert.Equal(asked.Hits.Select(hit => (hit.NctId, hit.Score)), answer.Hits.Select(hit => (hit.NctId, hit.Score)));
    }

    [Fact]
    public void Narrative_NothingKnown_FindsNothingAndStillAnswers()
    {
        var answer = sample.Search(new StudySearchRequest { QueryTerm = string.Join(' ', Enumerable.Repeat("xqzzy vbnnm", 12)) + ". 45 years old. ", CountTotal = true });

        Assert.Equal(0, answer.TotalCount);
    }
}
