using System.Collections.Frozen;

namespace Lind.Search.Analysis;

/// <summary>Plural to singular, and nothing more. Words that only look like plurals stay as they are.</summary>
internal static class LightPlural
{
    private static readonly FrozenSet<string> NoPlural = FrozenSet.Create(
        "aids", "sars", "mers", "ards", "bias", "gas", "lens", "yes", "has", "was", "does", "its", "this", "pus",
        "diabetes", "herpes", "rabies", "scabies", "caries", "series", "species", "feces", "faeces", "ascites",
        "pancreas", "mumps", "measles", "shingles", "rickets", "tabes", "pubes", "facies", "sepsis", "atlas",
        "canvas", "always", "perhaps", "towards", "texas", "kansas", "arkansas", "illinois", "paris", "athens",
        "wales", "philippines", "netherlands", "naples", "less", "kawasakis", "andes", "los", "las", "des", "les",
        "christmas", "biceps", "triceps", "quadriceps", "forceps", "menopaus", "molluscus", "various", "versus",
        "besides", "sometimes", "whereas", "pancreas", "physics", "genetics", "statistics", "pediatrics", "paediatrics",
        "obstetrics", "orthopedics", "orthopaedics", "pharmacokinetics", "pharmacodynamics", "mathematics", "ethics",
        "hives", "thrombopoies", "status", "lupus", "virus", "corpus", "uterus", "fetus", "sinus", "plus", "thus");

    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["children"] = "child",
        ["women"] = "woman",
        ["men"] = "man",
        ["feet"] = "foot",
        ["teeth"] = "tooth",
        ["mice"] = "mouse",
        ["bacteria"] = "bacterium",
        ["criteria"] = "criterion",
        ["vertebrae"] = "vertebra",
        ["fungi"] = "fungus",
        ["thrombi"] = "thrombus",
        ["emboli"] = "embolus",
        ["bronchi"] = "bronchus",
        ["stimuli"] = "stimulus",
        ["foci"] = "focus",
        ["nuclei"] = "nucleus",
        ["diverticula"] = "diverticulum",
        ["axes"] = "axis",
        ["crises"] = "crisis",
        ["bases"] = "basis",
        ["analyses"] = "analysis",
        ["testes"] = "testis",
        ["metastases"] = "metastasis",
        ["hypotheses"] = "hypothesis",
        ["prostheses"] = "prosthesis",
        ["syntheses"] = "synthesis",
        ["aphtae"] = "aphta",
        ["indices"] = "index",
        ["matrices"] = "matrix",
        ["appendices"] = "appendix",
        ["cicatrices"] = "cicatrix",
        ["lives"] = "life",
        ["knives"] = "knife",
        ["halves"] = "half",
        ["leaves"] = "leaf",
        ["wives"] = "wife",
        ["paralyses"] = "paralysis",
        ["viscera"] = "viscus",
        ["ganglia"] = "ganglion",
        ["fistulae"] = "fistula",
        ["bursae"] = "bursa",
        ["petechiae"] = "petechia",
        ["carcinomata"] = "carcinoma",
        ["stomata"] = "stoma",
        ["phenomena"] = "phenomenon",
        ["data"] = "data",
        ["media"] = "media",
        ["lenses"] = "lens",
        ["gases"] = "gas",
        ["biases"] = "bias",
        ["diaereses"] = "diaeresis",
        ["epiphyses"] = "epiphysis",
        ["exostoses"] = "exostosis",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> IrregularBySpan =
        Irregular.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoPluralBySpan =
        NoPlural.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Turns the folded word into its singular in place and returns its length.</summary>
    public static int Singular(Span<char> word, int length)
    {
        var text = word[..length];
        if (IrregularBySpan.TryGetValue(text, out var singular))
        {
            singular.CopyTo(word);
            return singular.Length;
        }

        return length < 4 || text[^1] != 's' || NoPluralBySpan.Contains(text) ? length : Regular(word, length);
    }

    private static int Regular(Span<char> word, int length)
    {
        ReadOnlySpan<char> text = word[..length];
        if (text[^2] is 's' or 'u' || char.IsAsciiDigit(text[^2]))
        {
            return length;
        }

        if (text.EndsWith("is"))
        {
            return length;
        }

        if (text.EndsWith("ies"))
        {
            word[length - 3] = 'y';
            return length > 4 ? length - 2 : length - 1;
        }

        if (text.EndsWith("oses") && length > 6 && text is not ("purposes" or "overdoses"))
        {
            word[length - 2] = 'i';
            return length;
        }

        return DropsEs(text) ? length - 2 : length - 1;
    }

    private static bool DropsEs(ReadOnlySpan<char> text) =>
        text.EndsWith("sses") || text.EndsWith("xes") || text.EndsWith("shes") || text.EndsWith("zzes")
        || (text.EndsWith("ches") && !text.EndsWith("aches"))
        || (text.EndsWith("uses") && text.Length > 6 && !text.EndsWith("auses") && !text.EndsWith("ouses"));
}
