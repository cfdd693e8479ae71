using System.Text;
using Lind.Index.Queries;
using Lind.Index.Schemas;
using Lind.Search.Analysis;
using Lind.Search.Areas;
using Lind.Search.Essie;
using Lind.Search.Mapping;
using Lind.Search.Synonyms;

namespace Lind.Search.Binding;

/// <summary>Turns the words of a term into a query over the text fields of a scope, at the level the context
/// says.</summary>
/// <param name="vocabulary">The words and values of the index.</param>
/// <param name="synonyms">Which synonyms are searched along.</param>
/// <param name="scores">Whether scores are wanted; without them a whole value is found by its column.</param>
internal sealed class TextBinder(IVocabulary vocabulary, SynonymChoice synonyms, bool scores = true)
{
    // Essie's "significant" and "slight" penalties; the values are ours (judged patients, docs/quality.md).
    private const float ScatteredWords = 0.5f;
    private const float SynonymPenalty = 0.75f;
    private const int NearSlop = 3;

    /// <summary>The terms bound so far.</summary>
    public List<BoundTerm> Terms { get; } = [];

    /// <summary>Whether any study matches a query.</summary>
    public bool Finds(Query query) => vocabulary.Finds(query);

    /// <summary>The query of a term.</summary>
    public Query Bind(TermExpression term, BindingContext context, bool negated)
    {
        var words = QueryWord.Of(term.Text);
        if (words.Count == 0)
        {
            return Query.None;
        }

        var fields = context.InSite ? context.Scope.SiteText : context.Scope.DocumentText;
        var level = EffectiveLevel(term, words, context);
        var found = level >= MatchLevel.Concept && !context.InSite
            ? synonyms.Of(context.Scope, words, text => vocabulary.Synonyms(text))
            : [];
        var bound = found.Select(one => new BoundSynonym(one.Synonym, one.Active, one.Words,
            SynonymQuery(one, context.Scope))).ToArray();
        var active = bound.Where(one => one.Active).Select(one => (Query)one.Query).ToArray();
        var own = WholeValue(words, level, context) ?? Own(words, fields, level, CoverageOf(context), context.InSite, active);
        Terms.Add(new BoundTerm(
            context.Scope, term.Text, words, term.Quoted || level < MatchLevel.Relaxation, negated, bound, own,
            new TermReading(context.Scope.Name, fields, term.Text, term.Quoted, context.InSite, context.Coverage, context.Expansion)));
        return active.Length == 0 ? own : new BestQuery([own, .. active]);
    }

    private KeywordQuery? WholeValue(IReadOnlyList<QueryWord> words, MatchLevel level, BindingContext context)
    {
        if (scores || level != MatchLevel.Folded || context.Coverage != Essie.Coverage.FullMatch || context.Scope.Field is not { IsLeaf: true } field)
        {
            return null;
        }

        var column = context.InSite ? StudySchema.SiteColumnOf(field) : StudySchema.ColumnOf(field);
        return column >= 0 && StudySchema.ColumnKindOf(field) == ColumnKind.Keyword
            && vocabulary.WholeValues(context.InSite ? StudySchema.Sites : 0, column, words) is { } values
            ? new KeywordQuery(column, values) : null;
    }

    // A quoted phrase caps expansion at Concept.
    private static MatchLevel EffectiveLevel(TermExpression term, IReadOnlyList<QueryWord> words, BindingContext context) =>
        term.Quoted && context.Level > MatchLevel.Concept ? MatchLevel.Concept
        : context.Coverage is not null and not Essie.Coverage.Contains && context.Level > MatchLevel.Concept
            ? MatchLevel.Concept
        : words.Count == 1 && context.Level > MatchLevel.Concept ? MatchLevel.Concept
        : context.Level;

    private static BoostQuery SynonymQuery(ChosenSynonym synonym, SearchScope scope)
    {
        var slots = Slots(synonym.Words);
        return synonym.Synonym.Source == SynonymSource.Country
            ? new BoostQuery(Phrase(slots, scope.CountryText, Index.Queries.Coverage.FullMatch), synonym.Synonym.Weight)
            : new BoostQuery(Phrase(slots, scope.DocumentSynonymText), SynonymPenalty * synonym.Synonym.Weight);
    }

    private Query Own(
        IReadOnlyList<QueryWord> words, FieldWeights fields, MatchLevel level, Index.Queries.Coverage coverage, bool inSite,
        Query[] below)
    {
        switch (level)
        {
            case MatchLevel.None:
                return Phrase(words.Select(ExactSlot).ToArray(), fields, coverage);
            case MatchLevel.Folded:
                return Phrase(words.Select(word => FoldedSlot(word, inSite)).ToArray(), fields, coverage);
        }

        var readings = Readings(words).Select(reading => level switch
        {
            MatchLevel.Relaxation => Relaxed(reading, fields, below),
            MatchLevel.Lossy => Lossy(reading, fields, below),
            MatchLevel.Term => Phrase(reading.Select(LexicalSlot).ToArray(), fields, coverage),
            _ => Phrase(Slots(reading), fields, coverage),
        }).ToArray();
        var own = readings.Length == 1 ? readings[0] : new BestQuery(readings);

        // The registry's rule: what holds the term ranks above what holds only a synonym.
        return level == MatchLevel.Concept && below.Length > 0 ? new RaisedQuery(own, below) : own;
    }

    private static Index.Queries.Coverage CoverageOf(BindingContext context) => context.Coverage switch
    {
        Essie.Coverage.FullMatch => Index.Queries.Coverage.FullMatch,
        Essie.Coverage.StartsWith => Index.Queries.Coverage.StartsWith,
        Essie.Coverage.EndsWith => Index.Queries.Coverage.EndsWith,
        _ => Index.Queries.Coverage.Contains,
    };

    // The words as typed, and with neighbours that some records write as one (or one that some write as two).
    private IEnumerable<IReadOnlyList<QueryWord>> Readings(IReadOnlyList<QueryWord> words)
    {
        yield return words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var joined = TermForm.Of(words[i].Surface + words[i + 1].Surface);
            if (!words[i].IsWeak && !words[i + 1].IsWeak && vocabulary.Count(joined) > 0)
            {
                yield return [.. words.Take(i), new QueryWord(joined, joined, words[i].IsTied), .. words.Skip(i + 2)];
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (LettersThenDigits(words[i].Folded) is > 0 and var cut)
            {
                yield return
                [
                    .. words.Take(i), .. QueryWord.Of(words[i].Surface[..cut]), .. QueryWord.Of(words[i].Surface[cut..]),
                    .. words.Skip(i + 1),
                ];
            }
        }
    }

    private static int LettersThenDigits(string word)
    {
        var letters = word.TakeWhile(char.IsAsciiLetter).Count();
        return letters > 0 && letters < word.Length && word.Skip(letters).All(char.IsAsciiDigit) ? letters : 0;
    }

    // All words must be there, small ones too: leaving words out is what Lossy is for.
    private static Query Relaxed(IReadOnlyList<QueryWord> words, FieldWeights fields, Query[] below)
    {
        var all = Units(words).Select(unit => Phrase(Slots(unit), fields)).ToArray();
        return all.Length == 1
            ? all[0]
            : Closer(words, Strong(words), new BoostQuery(new AndQuery(all), ScatteredWords), fields, below);
    }

    private static Query Lossy(IReadOnlyList<QueryWord> words, FieldWeights fields, Query[] below)
    {
        var kept = Strong(words);
        var any = new OrQuery(Units(kept).Select(unit => Phrase(Slots(unit), fields)).ToArray());
        return any.Children.Count == 1
            ? any.Children[0]
            : Closer(words, kept, new BoostQuery(any, ScatteredWords), fields, below);
    }

    // The registry's rule: what holds the full term ranks above what holds its words apart, or only a synonym.
    private static BonusQuery Closer(
        IReadOnlyList<QueryWord> words, IReadOnlyList<QueryWord> strong, BoostQuery apart, FieldWeights fields, Query[] below)
    {
        var near = Together(strong, fields);
        var together = new RaisedQuery(Phrase(Slots(words), fields), [new OrQuery(apart, near), .. below]);
        return new BonusQuery(apart, new OrQuery(near, together));
    }

    // Evidence that the words belong together: the whole phrase when it is short, else pairs of neighbours.
    private static Query Together(IReadOnlyList<QueryWord> words, FieldWeights fields)
    {
        const int longestPhrase = 4;
        return words.Count <= longestPhrase
            ? new PhraseQuery(Slots(words), fields) { Slop = NearSlop }
            : new OrQuery(words.Zip(words.Skip(1))
                .Select(pair => (Query)new PhraseQuery([Slot(pair.First), Slot(pair.Second)], fields) { Slop = 1 }).ToArray());
    }

    private static IReadOnlyList<QueryWord> Strong(IReadOnlyList<QueryWord> words)
    {
        var strong = words.Where(word => !word.IsWeak).ToArray();
        return strong.Length == 0 ? words : strong;
    }

    private static Query Phrase(
        IReadOnlyList<PhraseSlot> slots, FieldWeights fields, Index.Queries.Coverage coverage = Index.Queries.Coverage.Contains) =>
        slots is [{ Terms: [var only] }] && coverage == Index.Queries.Coverage.Contains
            ? new TermQuery(only, fields)
            : new PhraseQuery(slots, fields) { Coverage = coverage };

    // Words that may stand apart from each other, each with those that cling to it.
    private static List<List<QueryWord>> Units(IReadOnlyList<QueryWord> words)
    {
        var units = new List<List<QueryWord>>();
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && words[i].ClingsTo(words[i - 1]))
            {
                units[^1].Add(words[i]);
            }
            else
            {
                units.Add([words[i]]);
            }
        }

        return units;
    }

    private static PhraseSlot[] Slots(IReadOnlyList<QueryWord> words) => words.Select(Slot).ToArray();

    // A number written the other way is another name: it counts a little less.
    private static PhraseSlot Slot(QueryWord word) => word.Numeral is { } numeral
        ? new PhraseSlot(Term.Of(word.Term), Term.Of(numeral) with { Weight = SynonymPenalty })
        : LexicalSlot(word);

    private static PhraseSlot LexicalSlot(QueryWord word) => new(word.OwnTerms.Select(Term.Of).ToArray());

    private static PhraseSlot ExactSlot(QueryWord word) =>
        new(Term.Of(word.TermAsTyped) with { Surface = Encoding.UTF8.GetBytes(word.Surface) });

    private PhraseSlot FoldedSlot(QueryWord word, bool inSite)
    {
        var folded = word.Folded;
        var table = inSite ? StudySchema.Sites : 0;
        var surfaces = word.OwnTerms
            .SelectMany(term => vocabulary.Surfaces(table, term)
                .Where(surface => TermForm.Folded(surface.Span) == folded)
                .Select(surface => Term.Of(term) with { Surface = surface }))
            .ToArray();
        return surfaces.Length == 0 ? Slot(word) : new PhraseSlot(surfaces);
    }
}
