using Lind.Index.Postings;
using Lind.Index.Terms;

namespace Lind.Index.Queries;

/// <summary>Builds the operators of text queries for one segment.</summary>
internal static class TextCompiler
{
    internal static Operator Compile(Query query, SearchContext context, float boost) => query switch
    {
        TermQuery { Term.Surface: not null } term => Phrase(
            new PhraseQuery([new PhraseSlot(term.Term)], term.Fields) { Idf = term.Idf }, context, boost),
        TermQuery term => Term(term, context, boost),
        AnyTermQuery any => AnyTerm(any, context, boost),
        PrefixQuery prefix => Prefix(prefix, context, boost),
        PhraseQuery phrase => Phrase(phrase, context, boost),
        FieldExistsQuery exists => FieldExists(exists, context),
        _ => throw new ArgumentException($"{query.GetType().Name} is not a text query."),
    };

    private static Operator Term(TermQuery query, SearchContext context, float boost)
    {
        if (!context.Reader.Dictionary.TryFind(query.Term.Bytes.Span, out var place))
        {
            return new NoneOperator();
        }

        var idf = !context.WantScores ? 0 : query.Idf ?? context.Statistics.Idf(context.Table, query.Term.Bytes);
        return new TermOperator(context, place, query.Fields, new Similarity(context, query.Fields, idf, boost), query.Term.Weight);
    }

    private static Operator AnyTerm(AnyTermQuery query, SearchContext context, float boost)
    {
        if (query.Terms.Count == 0)
        {
            return new NoneOperator();
        }

        if (query.Terms.Any(term => term.Surface is not null))
        {
            return Phrase(new PhraseQuery([new PhraseSlot(query.Terms)], query.Fields) { Idf = query.Idf }, context, boost);
        }

        var found = Found(new PhraseSlot(query.Terms), context);
        var idf = !context.WantScores ? 0 : query.Idf ?? query.Terms.Min(term => context.Statistics.Idf(context.Table, term.Bytes));
        var similarity = new Similarity(context, query.Fields, idf, boost);
        return found.Count == 1
            ? new TermOperator(context, found[0].Place, query.Fields, similarity, found[0].Term.Weight)
            : QueryCompiler.Unite(
                [.. found.Select(term => new TermOperator(context, term.Place, query.Fields, null, term.Term.Weight))],
                children => new AnyTermOperator(children, similarity));
    }

    private static Operator Prefix(PrefixQuery query, SearchContext context, float boost)
    {
        // Chosen over the whole snapshot, so that the answer does not depend on how documents are spread over segments.
        var terms = context.Snapshot.Terms(context.Table, query.Prefix)
            .OrderByDescending(term => term.Rows).Take(query.MaxTerms)
            .Select(term => Term(new TermQuery(new Term(term.Term), query.Fields), context, boost)).ToList();
        return QueryCompiler.Unite(terms, children => context.WantScores ? new BestOperator(children, 0) : new OrOperator(children));
    }

    /// <summary>Slots near each other, and the same slots side by side scoring above: one pass for both.</summary>
    /// <param name="near">Slots in order with slop; the same phrase without slop is the one of slots side by
    /// side (the caller has compared them).</param>
    /// <param name="context">The table.</param>
    /// <param name="boost">Of both scores.</param>
    /// <param name="raise">What hits side by side score more.</param>
    internal static Operator Near(PhraseQuery near, SearchContext context, float boost, float raise) => Phrase(near, context, boost, raise);

    /// <summary>Whether two phrases differ only in that one is of slots near each other and the other of slots side by side.</summary>
    internal static bool AreTheSame(PhraseQuery near, PhraseQuery sideBySide) =>
        near is { Slop: > 0, Ordered: true, Coverage: Coverage.Contains, Slots.Count: > 1 }
        && sideBySide is { Slop: 0, Ordered: true, Coverage: Coverage.Contains }
        && near.Fields.Equals(sideBySide.Fields) && Nullable.Equals(near.Idf, sideBySide.Idf)
        && near.Slots.Count == sideBySide.Slots.Count && near.Slots.Zip(sideBySide.Slots).All(pair => AreTheSame(pair.First, pair.Second));

    private static bool AreTheSame(PhraseSlot one, PhraseSlot other) =>
        one.Terms.Count == other.Terms.Count && one.Terms.Zip(other.Terms).All(pair =>
            pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span) && pair.First.Weight.Equals(pair.Second.Weight)
            && pair.First.Surface is null && pair.Second.Surface is null);

    private static Operator Phrase(PhraseQuery query, SearchContext context, float boost, float? raise = null)
    {
        if (query.Slots.Count == 0)
        {
            return new NoneOperator();
        }

        if (query is { Slots: [var only], Coverage: Coverage.Contains } && only.Terms.All(term => term.Surface is null))
        {
            return AnyTerm(new AnyTermQuery(only.Terms, query.Fields) { Idf = query.Idf }, context, boost);
        }

        if (query.Slop is < 0 or > PhraseQuery.MaxSlop || (query.Coverage != Coverage.Contains && (query.Slop > 0 || !query.Ordered)))
        {
            throw new ArgumentException("Slop is out of range, or given together with a coverage.");
        }

        if (!query.Ordered && query.Slots.Count > PhraseQuery.MaxUnorderedSlots)
        {
            throw new ArgumentException($"At most {PhraseQuery.MaxUnorderedSlots} slots can stand in any order.");
        }

        var idf = !context.WantScores ? 0 : query.Idf ?? query.Slots.Sum(slot =>
            slot.Terms.Min(term => context.Statistics.Idf(context.Table, term.Bytes)));
        return Phrase(query, context, new PhraseScore(new Similarity(context, query.Fields, idf, boost), raise));
    }

    private static Operator Phrase(PhraseQuery query, SearchContext context, PhraseScore score)
    {
        var memo = PhraseMemo.Of(context.Reader);
        if (memo.TryFind(query, score.IsRaised, out var foundBefore))
        {
            // One that stands nowhere too: what it costs still decides about the order in which scores are added up.
            return new FoundPhraseOperator(foundBefore, score);
        }

        var slots = new SlotPositions[query.Slots.Count];
        var candidates = new List<Operator>();
        for (var i = 0; i < slots.Length; i++)
        {
            var found = Found(query.Slots[i], context);
            candidates.Add(QueryCompiler.Unite(
                [.. found.Select(term => Candidates(term.Place, query.Fields, context))], children => new OrOperator(children)));
            slots[i] = new SlotPositions([.. found.Select(term => new TermPositions(context, term.Term, term.Place, query.Fields)).Where(term => term.CanMatch)]);
        }

        if (candidates.Exists(candidate => candidate is NoneOperator))
        {
            return new NoneOperator();
        }

        PhraseBounds Bounds() => new(
            [.. query.Slots.Select(slot => Bound(Found(slot, context), query.Fields, context))], query.Ordered, score);
        var all = candidates.Count == 1 ? candidates[0] : new AndOperator(candidates);
        var isDear = all.Cost >= PhraseMemo.FewestCandidates && PhraseMemo.MostBytes > 0;
        var phrase = new PhraseOperator(all, slots, query, score, Bounds, isDear ? memo : null);
        if (isDear)
        {
            context.DearPhrases?.Add(new DearPhrase(phrase, context.Rows));
        }

        return phrase;
    }

    private static List<(Term Term, TermPlace Place)> Found(PhraseSlot slot, SearchContext context)
    {
        var found = new List<(Term, TermPlace)>();
        foreach (var term in slot.Terms)
        {
            if (context.Reader.Dictionary.TryFind(term.Bytes.Span, out var place))
            {
                found.Add((term, place));
            }
        }

        return found;
    }

    // Few fields rule out most rows, at the price of looking their profiles up; many fields rule out hardly any.
    private static Operator Candidates(TermPlace place, FieldWeights fields, SearchContext context) =>
        ProfileWeights.Of(context.Reader, fields).Table.Marks.IsEmpty ? new RowsOperator(context, place) : Rows(place, fields, context);

    private static Operator Bound(List<(Term Term, TermPlace Place)> terms, FieldWeights fields, SearchContext context) =>
        QueryCompiler.Unite(
            [.. terms.Select(term => new TermOperator(context, term.Place, fields, null, term.Term.Weight, most: true))],
            children => new OrOperator(children));

    private static TermOperator Rows(TermPlace place, FieldWeights fields, SearchContext context) =>
        new(context, place, fields, new Similarity(context, fields, 0, 0));

    private static Operator FieldExists(FieldExistsQuery query, SearchContext context) =>
        context.Reader.Dictionary.TryFind(TokenBuffer.PresenceTerm(query.Field), out var place)
            ? Rows(place, new FieldWeights(query.Field), context)
            : new NoneOperator();
}
