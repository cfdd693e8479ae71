using Lind.Index.Queries;
using Bytes = System.Text.Encoding;

namespace Lind.Index.Tests.Model;

/// <summary>Says by plain loops over one document whether a query matches it.</summary>
public static class ModelEvaluator
{
    public static bool Matches(Query query, ModelDocument document) => Matches(query, document.Row, document);

    private static bool Matches(Query query, ModelRow row, ModelDocument document) => query switch
    {
        AllQuery => true,
        NoneQuery => false,
        AndQuery and => and.Children.All(child => Matches(child, row, document)),
        OrQuery or => or.Children.Any(child => Matches(child, row, document)),
        BestQuery best => best.Children.Any(child => Matches(child, row, document)),
        NotQuery not => !Matches(not.Child, row, document),
        BonusQuery bonus => Matches(bonus.Required, row, document),
        RaisedQuery raised => Matches(raised.Child, row, document),
        ConstantQuery constant => Matches(constant.Child, row, document),
        BoostQuery boost => Matches(boost.Child, row, document),
        ColumnFactorQuery factor => Matches(factor.Child, row, document),
        NestedQuery nested => document.Nested.Any(child => Matches(nested.Child, child, document)),
        TermQuery term => Values(row, term.Fields).Any(value => value.Any(token => Is(token, term.Term))),
        AnyTermQuery any => Values(row, any.Fields).Any(value => value.Any(token => any.Terms.Any(term => Is(token, term)))),
        PrefixQuery prefix => Values(row, prefix.Fields).Any(value =>
            value.Any(token => token.Term.StartsWith(Bytes.UTF8.GetString(prefix.Prefix.Span), StringComparison.Ordinal))),
        PhraseQuery phrase => Values(row, phrase.Fields).Any(value => Phrase(value, phrase)),
        IntegerQuery integer => Of(row.Integers, integer.Column).Any(value => value >= integer.Low && value <= integer.High),
        RealQuery real => Of(row.Reals, real.Column).Any(value => value >= real.Low && value <= real.High),
        RangeQuery range => Of(row.Ranges, range.Column).Any(value => range.Relation == RangeRelation.Overlaps
            ? value.Low <= range.High && value.High >= range.Low
            : value.Low >= range.Low && value.High <= range.High),
        KeywordQuery keyword => Of(row.Keywords, keyword.Column).Any(value =>
            keyword.Values.Any(wanted => Bytes.UTF8.GetString(wanted.Span) == value)),
        KeywordPrefixQuery prefix => Of(row.Keywords, prefix.Column).Any(value =>
            value.StartsWith(Bytes.UTF8.GetString(prefix.Prefix.Span), StringComparison.Ordinal)),
        DistanceQuery distance => Of(row.Points, distance.Column).Any(point =>
            GeoCircle.Distance(distance.Latitude, distance.Longitude, point.Latitude, point.Longitude) <= distance.Metres),
        FieldExistsQuery exists => row.Text.TryGetValue(exists.Field, out var values) && values.Any(value => value.Count > 0),
        ColumnExistsQuery exists => row.Integers.ContainsKey(exists.Column) || row.Reals.ContainsKey(exists.Column)
            || row.Ranges.ContainsKey(exists.Column) || row.Keywords.ContainsKey(exists.Column) || row.Points.ContainsKey(exists.Column),
        KeyQuery keys => keys.Keys.Contains(document.Key),
        _ => throw new ArgumentException(query.GetType().Name),
    };

    private static List<T> Of<T>(Dictionary<int, List<T>> columns, int column) =>
        columns.TryGetValue(column, out var values) ? values : [];

    private static IEnumerable<List<ModelToken>> Values(ModelRow row, FieldWeights fields) =>
        fields.Fields.SelectMany(field => row.Text.TryGetValue(field, out var values) ? values : []);

    private static bool Is(ModelToken token, Term term) =>
        token.Term == Bytes.UTF8.GetString(term.Bytes.Span)
        && (term.Surface is not { } surface || token.Surface == Bytes.UTF8.GetString(surface.Span));

    /// <summary>Tries every choice of one token for each slot.</summary>
    private static bool Phrase(List<ModelToken> value, PhraseQuery phrase)
    {
        var slots = phrase.Slots.Select(slot => value.Where(token => slot.Terms.Any(term => Is(token, term)))
            .Select(token => token.Position).Distinct().ToArray()).ToArray();
        return Choices(slots, 0, []).Any(places => Fits(places, value, phrase));
    }

    private static IEnumerable<int[]> Choices(int[][] slots, int slot, int[] chosen) =>
        slot == slots.Length ? [chosen] : slots[slot].SelectMany(place => Choices(slots, slot + 1, [.. chosen, place]));

    private static bool Fits(int[] places, List<ModelToken> value, PhraseQuery phrase)
    {
        if (places.Distinct().Count() != places.Length || (phrase.Ordered && places.Zip(places.Skip(1)).Any(pair => pair.First >= pair.Second)))
        {
            return false;
        }

        var first = value.Min(token => token.Position);
        var last = value.Max(token => token.Position);
        return places.Max() - places.Min() - (places.Length - 1) <= phrase.Slop
            && (phrase.Coverage is not (Coverage.StartsWith or Coverage.FullMatch) || places[0] == first)
            && (phrase.Coverage is not (Coverage.EndsWith or Coverage.FullMatch) || places[^1] == last);
    }
}
