using Lind.Index.Queries;
using Lind.Search.Binding;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Patients;

/// <summary>From a patient's description to the studies that could concern this patient.</summary>
/// <remarks>Every telling word is looked for in all of the record's text and again, weighted, in the fields that say what
/// a study is about; age and sex limits that shut the patient out are filters. Nothing here is a judgement of
/// eligibility: it ranks what is worth reading.</remarks>
internal sealed class PatientQuery(IVocabulary vocabulary, PatientWeights weights)
{
    private const int MostWords = 200;

    /// <summary>The query of a narrative, and how it was read.</summary>
    public (Query Query, PatientReading Reading) Bind(string text)
    {
        var narrative = PatientNarrative.Read(text);
        var words = narrative.Words
            .Select(one => (Word: one, Rows: vocabulary.Count(one.Term)))
            .Where(one => one.Rows > 0)
            .OrderBy(one => one.Rows).Take(MostWords).ToArray();
        var filters = (weights.UseLimits ? Filters(narrative) : []).Select(filter => (Query)new ConstantQuery(filter, 0));
        var byWords = new AndQuery([new OrQuery([.. words.Select(one => Of(one.Word)), .. weights.OtherNames > 0 ? OtherNames(narrative) : []]), .. filters]);
        var rarest = words.Length == 0 ? 1 : words[0].Rows;
        var findings = words.Take(20)
            .Select(one => new PatientFinding(one.Word.Surface, Math.Round((1 + Math.Log(rarest)) / (1 + Math.Log(one.Rows)), 3)))
            .ToArray();
        return (Like(byWords, text), new PatientReading(narrative.AgeYears, narrative.Sex, findings, narrative.Negated));
    }

    // Words miss what a record says in others: where the records of similar studies taught which words go together, the
    // studies nearest to the narrative as a whole gain. Who matches stays as it is.
    private Query Like(AndQuery byWords, string text)
    {
        var like = weights.Likeness > 0 ? vocabulary.StudiesLike(text) : [];
        var studies = new KeyQuery([.. like.Select(one => (long)one.NctId.Number)]);
        var best = like.Count == 0 ? 0 : vocabulary.BestScore(new AndQuery(byWords, studies));
        return best <= 0
            ? byWords
            : new BonusQuery(byWords, studies with { Scores = [.. like.Select(one => (float)(weights.Likeness * best * one.Likeness))] });
    }

    // What the index's dictionary knows under another name is looked for under that, too: COPD, HTN, heart attack. (Names of
    // several words counted again where they stand together, and sentences on the past or on normal findings counted less,
    // were tried: both rank worse, docs/quality.md.)
    private IEnumerable<Query> OtherNames(PatientNarrative narrative) =>
        from entity in new NarrativeEntities(vocabulary).In(narrative.All)
        from other in entity.Synonyms
        select new BoostQuery(Phrase(other.Words), weights.OtherNames * other.Weight);

    private PhraseQuery Phrase(IReadOnlyList<QueryWord> words) =>
        new([.. words.Select(word => new PhraseSlot(Term.Of(word.Term)))], weights.Names);

    private OrQuery Of(QueryWord word)
    {
        var term = Term.Of(word.Term);
        return new OrQuery(
        [
            new TermQuery(term, weights.Everything),
            .. weights.Parts.Select(part => (Query)new BoostQuery(new TermQuery(term, part.Fields), part.Weight)),
        ]);
    }

    // A limit that is not given shuts nobody out.
    private static IEnumerable<Query> Filters(PatientNarrative narrative)
    {
        const double minutesPerYear = 525_960;
        if (narrative.AgeYears is { } age)
        {
            var minimum = StudySchema.ColumnOf(StudyFields.MinimumAge);
            var maximum = StudySchema.ColumnOf(StudyFields.MaximumAge);

            // "Up to 65 years" includes the whole 65th year.
            yield return new NotQuery(new IntegerQuery(minimum, (long)((age + 0.001) * minutesPerYear) + 1, long.MaxValue));
            yield return new NotQuery(new IntegerQuery(maximum, long.MinValue, (long)((age - 1) * minutesPerYear)));
        }

        if (narrative.Sex is { } sex)
        {
            var other = sex == "FEMALE" ? "MALE" : "FEMALE";
            yield return new NotQuery(new KeywordQuery(
                StudySchema.ColumnOf(StudyFields.Sex), System.Text.Encoding.UTF8.GetBytes(other)));
        }
    }
}
