using System.Buffers;

namespace Lind.Search.Analysis;

/// <summary>British spelling to American, for the word parts that medicine uses.</summary>
internal static class BritishSpelling
{
    // Longest word considered: the replacement never lengthens a word.
    private static readonly (string British, string American)[] Parts =
    [
        ("haem", "hem"), ("aemia", "emia"), ("aemic", "emic"), ("oesoph", "esoph"), ("oestr", "estr"),
        ("oedem", "edem"), ("paed", "ped"), ("foet", "fet"), ("gynaec", "gynec"), ("anaesth", "anesth"),
        ("ischaem", "ischem"), ("caesar", "cesar"), ("faec", "fec"), ("aetiol", "etiol"), ("diarrhoea", "diarrhea"),
        ("rrhoea", "rrhea"), ("pnoea", "pnea"), ("coeliac", "celiac"), ("coelia", "celia"), ("sulph", "sulf"),
        ("tumour", "tumor"), ("colour", "color"), ("behaviour", "behavior"), ("favour", "favor"), ("labour", "labor"),
        ("humour", "humor"), ("odour", "odor"), ("vapour", "vapor"), ("neighbour", "neighbor"), ("fibre", "fiber"),
        ("centre", "center"), ("litre", "liter"), ("theatre", "theater"), ("titre", "titer"), ("calibre", "caliber"),
        ("programme", "program"), ("ageing", "aging"), ("grey", "gray"), ("aluminium", "aluminum"),
        ("leukaem", "leukem"), ("orthopaed", "orthoped"), ("encyclopaed", "encycloped"), ("manoeuvre", "maneuver"),
        ("homoeo", "homeo"), ("amoeb", "ameb"), ("caec", "cec"), ("naev", "nev"), ("bacteraem", "bacterem"),
        ("septicaem", "septicem"), ("uraem", "urem"), ("counsell", "counsel"), ("labell", "label"), ("modell", "model"),
        ("travell", "travel"), ("tranquillis", "tranquiliz"), ("fulfil", "fulfil"), ("judgement", "judgment"),
        ("dialys", "dialyz"), ("hydrolys", "hydrolyz"), ("catalys", "catalyz"),
    ];

    // Most words have none of them, and are looked through once for all.
    private static readonly SearchValues<string> AnyPart =
        SearchValues.Create([.. Parts.Select(part => part.British)], StringComparison.Ordinal);

    private static readonly string[] IsWordEndings = ["isation", "ise", "ised", "ising", "iser", "isations"];

    // Words in -ise that are spelt so everywhere.
    private static readonly System.Collections.Frozen.FrozenSet<string> AlwaysS =
        System.Collections.Frozen.FrozenSet.Create(
            "exercise", "precise", "concise", "expertise", "otherwise", "likewise", "disease", "surprise", "promise",
            "compromise", "rise", "arise", "wise", "noise", "raise", "praise", "cruise", "bruise", "premise", "treatise",
            "advise", "devise", "revise", "supervise", "televise", "improvise", "enterprise", "franchise", "disguise",
            "poise", "excise", "incise", "anise", "paradise", "comprise", "demise", "merchandise", "stepwise", "clockwise",
            "pairwise", "listwise", "exercised", "exercising", "advised", "advising", "devised", "revised", "raised",
            "compromised", "immunocompromised", "supervised", "supervising", "unsupervised", "improvised", "excised",
            "rising", "arising", "raising", "revising", "comprised", "comprising", "surprising", "promising", "bruising",
            "bruised", "incised", "adviser", "exerciser", "riser", "wiser", "advertise", "advertised", "advertising",
            "noised", "praised", "poised", "appraise", "appraised", "appraising", "malaise", "porpoise", "turquoise");

    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AlwaysSBySpan =
        AlwaysS.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Rewrites the folded word in place and returns its length, which never grows.</summary>
    public static int ToAmerican(Span<char> word, int length)
    {
        if (length < 4)
        {
            return length;
        }

        length = ReplaceParts(word, length);
        ReplaceEnding(word[..length]);
        return length;
    }

    private static int ReplaceParts(Span<char> word, int length)
    {
        if (!((ReadOnlySpan<char>)word[..length]).ContainsAny(AnyPart))
        {
            return length;
        }

        foreach (var (british, american) in Parts)
        {
            var at = ((ReadOnlySpan<char>)word[..length]).IndexOf(british);
            if (at < 0 || IsGuarded(word[..length], british))
            {
                continue;
            }

            american.CopyTo(word[at..]);
            word[(at + british.Length)..length].CopyTo(word[(at + american.Length)..]);
            length -= british.Length - american.Length;
        }

        return length;
    }

    // "dialysis" is a word of its own everywhere; only the verb (dialyse, dialysed) differs.
    private static bool IsGuarded(ReadOnlySpan<char> word, string british) =>
        british.EndsWith("lys", StringComparison.Ordinal) && !word.EndsWith("se") && !word.EndsWith("sed") && !word.EndsWith("sing");

    private static void ReplaceEnding(Span<char> word)
    {
        if (AlwaysSBySpan.Contains(word))
        {
            return;
        }

        foreach (var ending in IsWordEndings)
        {
            if (word.Length > ending.Length + 3 && ((ReadOnlySpan<char>)word).EndsWith(ending))
            {
                word[word.Length - ending.Length + 1] = 'z';
                return;
            }
        }

        if (((ReadOnlySpan<char>)word) is "analyse" or "analysed" or "analysing" or "paralyse" or "paralysed")
        {
            word["analy".Length + (word[0] == 'p' ? 1 : 0)] = 'z';
        }
    }
}
