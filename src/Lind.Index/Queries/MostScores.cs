namespace Lind.Index.Queries;

/// <summary>How high a query's scores can get over a whole snapshot: the same for every segment, whatever terms stand in
/// it.</summary>
internal static class MostScores
{
    /// <summary>No row's score is above this; infinite where no bound is known.</summary>
    internal static float Of(Query query, SearchContext context) => query switch
    {
        AllQuery or NoneQuery or NotQuery or NestedQuery { Score: NestedScore.Zero } => 0,
        AndQuery and => and.Children.Sum(child => Of(child, context)),
        OrQuery or => or.Children.Sum(child => Of(child, context)),
        BestQuery { Tie: 0 } best => best.Children.Select(child => Of(child, context)).DefaultIfEmpty(0).Max(),
        BestQuery best => best.Children.Sum(child => Of(child, context)),
        BonusQuery bonus => Of(bonus.Required, context) + Of(bonus.Bonus, context),
        RaisedQuery raised => Of(raised.Child, context) + Raise(raised, context),
        KeyQuery keys => (keys.Scores ?? []).DefaultIfEmpty(0).Max(),
        ConstantQuery constant => Math.Max(0, constant.Score),
        BoostQuery boost => boost.Factor * Of(boost.Child, context),
        TermQuery term => Of(term.Fields, term.Idf ?? Idf([term.Term], context)),
        AnyTermQuery { Terms.Count: > 0 } any => Of(any.Fields, any.Idf ?? Idf(any.Terms, context)),
        PhraseQuery phrase => Of(phrase.Fields, phrase.Idf ?? phrase.Slots.Sum(slot => Idf(slot.Terms, context))),
        _ => float.PositiveInfinity,
    };

    /// <summary>What is added to the scores of a raised query: as much as any of the others can reach; 0 if that has no
    /// bound.</summary>
    internal static float Raise(RaisedQuery query, SearchContext context)
    {
        var most = query.Above.Select(other => Of(other, context)).DefaultIfEmpty(0).Max();
        return float.IsFinite(most) ? most : 0;
    }

    private static float Of(FieldWeights fields, float idf) => Math.Max(0, idf * (fields.K1 + 1));

    private static float Idf(IReadOnlyList<Term> terms, SearchContext context) =>
        terms.Count == 0 ? 0 : terms.Min(term => context.Statistics.Idf(context.Table, term.Bytes));
}
