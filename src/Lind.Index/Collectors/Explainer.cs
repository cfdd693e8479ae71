using System.Globalization;
using Lind.Index.Queries;

namespace Lind.Index.Collectors;

/// <summary>Explains a document's score by asking each node of the query about it.</summary>
internal static class Explainer
{
    internal static Explanation Explain(SearchContext context, Query query, int row)
    {
        var matches = RowTest.Score(context, query, row, out var score);
        return new Explanation(matches, score, Describe(query, context), [.. Parts(query).Select(part => Explain(context, part, row))]);
    }

    private static IEnumerable<Query> Parts(Query query) => query switch
    {
        AndQuery and => and.Children,
        OrQuery or => or.Children,
        BestQuery best => best.Children,
        NotQuery not => [not.Child],
        BonusQuery bonus => [bonus.Required, bonus.Bonus],
        RaisedQuery raised => [raised.Child],
        ConstantQuery constant => [constant.Child],
        BoostQuery boost => [boost.Child],
        ColumnFactorQuery factor => [factor.Child],
        _ => [],
    };

    private static string Describe(Query query, SearchContext context)
    {
        var schema = context.Reader.Schema;
        var culture = CultureInfo.InvariantCulture;
        return query switch
        {
            AndQuery => "all of",
            OrQuery => "any of, added up",
            BestQuery best => string.Create(culture, $"any of, the best plus {best.Tie} of the others"),
            NotQuery => "not",
            BonusQuery => "the first; the second adds to it",
            RaisedQuery raised => string.Create(culture, $"{MostScores.Raise(raised, context):0.###} more than its part: ranks above what matches less closely"),
            ConstantQuery constant => string.Create(culture, $"always {constant.Score}"),
            BoostQuery boost => string.Create(culture, $"times {boost.Factor}"),
            ColumnFactorQuery factor => $"times a factor by {schema.Columns[factor.Column].Name}",
            NestedQuery nested => $"a row of {context.Snapshot.Schema.Tables[nested.Table].Name}",
            TermQuery term => DescribeTerm(term, context),
            AnyTermQuery any => $"any form of {string.Join('|', any.Terms.Select(Text))}",
            PhraseQuery phrase => $"\"{string.Join(' ', phrase.Slots.Select(slot => string.Join('|', slot.Terms.Select(Text))))}\"",
            PrefixQuery prefix => $"{System.Text.Encoding.UTF8.GetString(prefix.Prefix.Span)}*",
            KeyQuery { Keys: [var only] } => $"the document {only}",
            KeyQuery { Scores: null } keys => $"one of {keys.Keys.Count} documents",
            KeyQuery keys => $"one of {keys.Keys.Count} documents, each with a score of its own",
            FieldExistsQuery exists => $"has {schema.TextFields[exists.Field].Name}",
            _ => query.ToString(),
        };
    }

    private static string DescribeTerm(TermQuery query, SearchContext context)
    {
        var rows = context.Snapshot.RowsWith(context.Table, query.Term.Bytes.Span);
        var idf = query.Idf ?? context.Statistics.Idf(context.Table, query.Term.Bytes);
        return string.Create(CultureInfo.InvariantCulture, $"{Text(query.Term)} (in {rows} rows, idf {idf:0.###})");
    }

    private static string Text(Term term) => System.Text.Encoding.UTF8.GetString(term.Bytes.Span);
}
