using Lind.Index.Columns;
using Lind.Index.Encoding;
using Lind.Index.Postings;
using Lind.Index.Schemas;

namespace Lind.Index.Queries;

/// <summary>Builds the operators of a query for one segment.</summary>
internal static class QueryCompiler
{
    /// <summary>How deep queries may be nested: they come from outside, and this is recursive.</summary>
    internal const int MaxDepth = 200;

    /// <exception cref="ArgumentException">The query is nested too deeply, or names a field or column that is not there or
    /// not of the right kind.</exception>
    internal static Operator Compile(Query query, SearchContext context) => Compile(query, context, 1, 0);

    private static Operator Compile(Query query, SearchContext context, float boost, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new ArgumentException($"A query is nested at most {MaxDepth} deep.");
        }

        Operator Child(Query child) => Compile(child, context, boost, depth + 1);
        return query switch
        {
            AllQuery => new AllOperator(context.Rows, 0),
            NoneQuery => new NoneOperator(),
            AndQuery { Children.Count: 0 } => new AllOperator(context.Rows, 0),
            AndQuery and => Join([.. and.Children.Select(Child)], children => new AndOperator(children)),
            OrQuery { Children: [PhraseQuery near, RaisedQuery { Child: PhraseQuery sideBySide } raised] }
                when context.WantScores && TextCompiler.AreTheSame(near, sideBySide) =>
                TextCompiler.Near(near, context, boost, boost * MostScores.Raise(raised, context)),
            OrQuery or => Unite([.. or.Children.Select(Child)], children => Or(children, context)),
            BestQuery best => Unite([.. best.Children.Select(Child)], children => Best(children, best.Tie, context)),
            NotQuery not => new NotOperator(Compile(not.Child, context with { WantScores = false }, 1, depth + 1), context.Rows),
            BonusQuery bonus => context.WantScores
                ? new BonusOperator(Child(bonus.Required), Child(bonus.Bonus))
                : Child(bonus.Required),
            RaisedQuery raised => context.WantScores
                ? Raise(Child(raised.Child), boost * MostScores.Raise(raised, context))
                : Child(raised.Child),
            ConstantQuery constant => new ConstantOperator(
                Compile(constant.Child, context with { WantScores = false }, 1, depth + 1), constant.Score * boost),
            BoostQuery boosted => Compile(boosted.Child, context, boost * boosted.Factor, depth + 1),
            ColumnFactorQuery tilted => new ColumnFactorOperator(
                Child(tilted.Child), Column(context, tilted.Column, ColumnKind.Integer, ColumnKind.Real, ColumnKind.Range), tilted.Factor),
            NestedQuery nested => Nested(nested, context, boost, depth),
            KeyQuery keys => Keys(keys, context, boost),
            TermQuery or AnyTermQuery or PrefixQuery or PhraseQuery or FieldExistsQuery => TextCompiler.Compile(query, context, boost),
            _ => CompileColumn(query, context),
        };
    }

    internal static ColumnReader Column(SearchContext context, int column, params ReadOnlySpan<ColumnKind> kinds)
    {
        var columns = context.Reader.Columns;
        if ((uint)column >= (uint)columns.Length || (kinds.Length > 0 && !kinds.Contains(columns[column].Kind)))
        {
            throw new ArgumentException($"Table {context.Reader.Schema.Name} has no column {column} of the kind this query needs.");
        }

        return columns[column];
    }

    internal static Operator Unite(List<Operator> children, Func<Operator[], Operator> make)
    {
        children.RemoveAll(child => child is NoneOperator);
        return children.Count switch
        {
            0 => new NoneOperator(),
            1 => children[0],
            _ => make([.. children]),
        };
    }

    private static Operator Join(List<Operator> children, Func<List<Operator>, Operator> make) =>
        children.Exists(child => child is NoneOperator) ? new NoneOperator()
        : children.Count == 1 ? children[0]
        : make(children);

    private static Operator Raise(Operator child, float more) => child is NoneOperator ? child : new RaisedOperator(child, more);

    private static Operator Best(Operator[] children, float tie, SearchContext context) =>
        context.WantScores ? new BestOperator(tie == 0 ? DearLast(children) : children, tie) : Or(children, context);

    // Sums of scores are added up in the query's own order; where there are none, the order is free.
    private static OrOperator Or(Operator[] children, SearchContext context) => new(context.WantScores ? children : DearLast(children));

    private static Operator[] DearLast(Operator[] children) => [.. children.OrderBy(child => child.IsDear)];

    private static Operator Nested(NestedQuery nested, SearchContext context, float boost, int depth)
    {
        if (context.Table != 0 || nested.Table <= 0 || nested.Table >= context.Snapshot.Schema.Tables.Count)
        {
            throw new ArgumentException("Nested queries stand on the table of documents and name a nested table.");
        }

        var scored = nested.Score != NestedScore.Zero && context.WantScores;
        var rows = context with { Table = nested.Table, WantScores = scored };
        var child = Compile(nested.Child, rows, boost, depth + 1);
        return child is NoneOperator || rows.Rows == 0
            ? new NoneOperator()
            : new NestedOperator(child, rows.Reader, scored ? nested.Score : NestedScore.Zero);
    }

    private static ListOperator Keys(KeyQuery query, SearchContext context, float boost)
    {
        if (context.Table != 0)
        {
            throw new ArgumentException("Key queries stand on the table of documents.");
        }

        if (query.Scores is { } all && (all.Count != query.Keys.Count || all.Any(score => !(score >= 0))))
        {
            throw new ArgumentException("A key query has a score from 0 on for each key, or none.");
        }

        var found = query.Keys.Select((key, i) => (Row: context.View.Reader.FindKey(key), Score: boost * (query.Scores?[i] ?? 0)))
            .Where(one => one.Row >= 0).DistinctBy(one => one.Row).OrderBy(one => one.Row).ToArray();
        return new ListOperator([.. found.Select(one => one.Row)], [.. found.Select(one => one.Score)]);
    }

    private static Operator CompileColumn(Query query, SearchContext context)
    {
        switch (query)
        {
            case IntegerQuery integer:
                return Number(Column(context, integer.Column, ColumnKind.Integer), integer.Low, integer.High);
            case RealQuery real:
                var reals = Column(context, real.Column, ColumnKind.Real);
                return double.IsNaN(real.Low) || double.IsNaN(real.High)
                    ? new NoneOperator()
                    : Number(reals, OrderedReal.Encode(real.Low), OrderedReal.Encode(real.High));
            case RangeQuery range:
                return OrNone(Column(context, range.Column, ColumnKind.Range), ranges => new RangeOperator(ranges, range));
            case KeywordQuery keyword:
                var keywords = Column(context, keyword.Column, ColumnKind.Keyword);
                return Ordinals(keywords, [.. keyword.Values.Select(value => keywords.Keywords.Find(value.Span)).Where(i => i >= 0)]);
            case KeywordPrefixQuery prefix:
                var words = Column(context, prefix.Column, ColumnKind.Keyword);
                return Number(words, words.Keywords.FindAtLeast(prefix.Prefix.Span), words.Keywords.EndOfPrefix(prefix.Prefix.Span) - 1);
            case DistanceQuery distance:
                var circle = new GeoCircle(distance.Latitude, distance.Longitude, distance.Metres);
                return OrNone(Column(context, distance.Column, ColumnKind.Point), points => new DistanceOperator(points, circle));
            case ColumnExistsQuery exists:
                return OrNone(Column(context, exists.Column), column => new ColumnExistsOperator(column));
            default:
                throw new ArgumentException($"{query.GetType().Name} is not a query this engine knows.");
        }
    }

    /// <summary>A column that no row of the segment has a value in holds nothing to read.</summary>
    private static Operator OrNone(ColumnReader column, Func<ColumnReader, Operator> make) =>
        column.ValueCount == 0 ? new NoneOperator() : make(column);

    private static Operator Number(ColumnReader column, long low, long high) =>
        low > high || column.ValueCount == 0 ? new NoneOperator() : new NumberOperator(column, low, high);

    private static Operator Ordinals(ColumnReader column, int[] ordinals)
    {
        if (ordinals.Length == 0)
        {
            return new NoneOperator();
        }

        if (ordinals.Max() - ordinals.Min() + 1 == ordinals.Distinct().Count())
        {
            return new NumberOperator(column, ordinals.Min(), ordinals.Max());
        }

        var wanted = new bool[column.Keywords.Count];
        Array.ForEach(ordinals, ordinal => wanted[ordinal] = true);
        return new OrdinalsOperator(column, wanted);
    }
}
