using Lind.Search.Analysis;

namespace Lind.Search.Tests.Analysis;

public sealed class TermFormTests
{
    [Theory]
    [InlineData("Cancers", "cancer")]
    [InlineData("Crohn's", "crohn")]
    [InlineData("Crohn’s", "crohn")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("Córdoba", "cordoba")]
    [InlineData("SJÖGREN", "sjogren")]
    [InlineData("Sjo\u0308gren", "sjogren")]
    [InlineData("tumours", "tumor")]
    [InlineData("leukaemia", "leukemia")]
    [InlineData("Haemorrhage", "hemorrhage")]
    [InlineData("randomised", "randomized")]
    [InlineData("randomisation", "randomization")]
    [InlineData("exercise", "exercise")]
    [InlineData("oesophageal", "esophageal")]
    [InlineData("diarrhoea", "diarrhea")]
    [InlineData("studies", "study")]
    [InlineData("biopsies", "biopsy")]
    [InlineData("metastases", "metastasis")]
    [InlineData("diagnoses", "diagnosis")]
    [InlineData("diagnosis", "diagnosis")]
    [InlineData("diseases", "disease")]
    [InlineData("viruses", "virus")]
    [InlineData("causes", "cause")]
    [InlineData("headaches", "headache")]
    [InlineData("abscesses", "abscess")]
    [InlineData("children", "child")]
    [InlineData("women", "woman")]
    [InlineData("diabetes", "diabetes")]
    [InlineData("AIDS", "aids")]
    [InlineData("aids", "aids")]
    [InlineData("PCOS", "pcos")]
    [InlineData("NSAIDs", "nsaid")]
    [InlineData("CNS", "cns")]
    [InlineData("organ", "organ")]
    [InlineData("organic", "organic")]
    [InlineData("organization", "organization")]
    [InlineData("BRCA1", "brca1")]
    [InlineData("α", "alpha")]
    [InlineData("TNFα", "tnfalpha")]
    [InlineData("καρκίνος", "καρκινοσ")]
    [InlineData("µg", "ug")]
    [InlineData("mcg", "ug")]
    [InlineData("1,000", "1000")]
    [InlineData("Рак", "рак")]
    [InlineData("肺", "肺")]
    [InlineData("dialysis", "dialysis")]
    [InlineData("ﬁbre", "fiber")]
    public void Term_OfWord_IsItsForm(string word, string term) => Assert.Equal(term, TermForm.Of(word));

    [Fact]
    public void Term_OfATerm_IsItself()
    {
        foreach (var word in new[] { "tumours", "metastases", "children", "biopsies", "viruses", "randomised", "oedema" })
        {
            var term = TermForm.Of(word);
            Assert.Equal(term, TermForm.Of(term));
        }
    }
}
