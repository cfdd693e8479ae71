namespace Lind.Index.Queries;

/// <summary>Asks a query about single rows.</summary>
internal static class RowTest
{
    internal static bool Matches(SearchContext context, Query query, int row) => Score(context, query, row, out _);

    /// <summary>The rows from one to before another that match, counted from the first.</summary>
    internal static IReadOnlyList<int> Matching(SearchContext context, Query query, int first, int end)
    {
        var found = new List<int>();
        var matches = QueryCompiler.Compile(query, context);
        Span<ulong> allowed = stackalloc ulong[Operator.Words];
        Span<ulong> result = stackalloc ulong[Operator.Words];
        for (var start = first & ~(Operator.Window - 1); start < end; start += Operator.Window)
        {
            allowed.Clear();
            BitWindow.SetRange(allowed, Math.Max(0, first - start), Math.Min(Operator.Window, end - start));
            matches.Fill(start, allowed, result, []);
            for (var place = 0; place < Operator.Window; place++)
            {
                if (BitWindow.Has(result, place))
                {
                    found.Add(start + place - first);
                }
            }
        }

        return found;
    }

    /// <summary>Whether a row matches, and its score.</summary>
    internal static bool Score(SearchContext context, Query query, int row, out float score)
    {
        var matches = QueryCompiler.Compile(query, context);
        var start = row & ~(Operator.Window - 1);
        Span<ulong> allowed = stackalloc ulong[Operator.Words];
        Span<ulong> result = stackalloc ulong[Operator.Words];
        var scores = context.WantScores ? new float[Operator.Window] : [];
        allowed.Clear();
        BitWindow.Set(allowed, row - start);
        matches.Fill(start, allowed, result, scores);
        var found = BitWindow.Has(result, row - start);
        score = found && context.WantScores ? scores[row - start] : 0;
        return found;
    }
}
