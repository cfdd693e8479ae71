namespace Lind.Index.Queries;

/// <summary>What rows to find in a table and how to score them. Nodes are immutable and know no index.</summary>
public abstract record Query
{
    /// <summary>Every row, with score 0.</summary>
    public static Query All { get; } = new AllQuery();

    /// <summary>No row.</summary>
    public static Query None { get; } = new NoneQuery();
}

/// <summary>Every row, with score 0.</summary>
public sealed record AllQuery : Query;

/// <summary>No row.</summary>
public sealed record NoneQuery : Query;

/// <summary>Rows that match all children; their scores add up. No children: every row.</summary>
public sealed record AndQuery(params IReadOnlyList<Query> Children) : Query;

/// <summary>Rows that match any child; the scores of the matching children add up. No children: no row.</summary>
public sealed record OrQuery(params IReadOnlyList<Query> Children) : Query;

/// <summary>Rows that match any child; the best score, plus <paramref name="Tie"/> times the sum of the others.</summary>
public sealed record BestQuery(IReadOnlyList<Query> Children, float Tie = 0) : Query;

/// <summary>Rows that do not match the child; score 0.</summary>
public sealed record NotQuery(Query Child) : Query;

/// <summary>Rows that match <paramref name="Required"/>; where <paramref name="Bonus"/> matches too its score is
/// added.</summary>
public sealed record BonusQuery(Query Required, Query Bonus) : Query;

/// <summary>The child's rows, their scores raised by as much as any of <paramref name="Above"/> can reach: none of the child's
/// rows then ranks below one that matches only those.</summary>
public sealed record RaisedQuery(Query Child, params IReadOnlyList<Query> Above) : Query;

/// <summary>The child's rows, each with the given score. Use score 0 for a pure filter.</summary>
public sealed record ConstantQuery(Query Child, float Score) : Query;

/// <summary>The child's rows, their scores times a factor.</summary>
public sealed record BoostQuery(Query Child, float Factor) : Query;

/// <summary>The child's rows, their scores times a factor that depends on a number column of the row.</summary>
/// <param name="Child">What to match.</param>
/// <param name="Column">An integer, real or range column; of several values the first counts, of a range its low
/// end.</param>
/// <param name="Factor">From the value to the factor; it gets NaN where the row has no value. Must be pure.</param>
public sealed record ColumnFactorQuery(Query Child, int Column, Func<double, double> Factor) : Query;

/// <summary>Documents that have a nested row matching the child. Only on the table of documents.</summary>
/// <param name="Table">The nested table's number.</param>
/// <param name="Child">A query on that table.</param>
/// <param name="Score">What a document's score is.</param>
public sealed record NestedQuery(int Table, Query Child, NestedScore Score = NestedScore.Zero) : Query;

/// <summary>How the scores of nested rows become their document's.</summary>
public enum NestedScore
{
    /// <summary>The document's score is 0.</summary>
    Zero,

    /// <summary>The best row's score.</summary>
    Best,

    /// <summary>The sum over the matching rows.</summary>
    Sum,
}
