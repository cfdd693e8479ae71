using Lind.Index.Postings;
using Lind.Index.Segments;

namespace Lind.Index.Queries;

/// <summary>What operators of one segment's table are built from.</summary>
/// <param name="Snapshot">The snapshot; statistics are taken over all of it, so that scores do not depend on how documents
/// are spread over segments.</param>
/// <param name="View">The segment.</param>
/// <param name="Table">The table's number.</param>
/// <param name="WantScores">Whether scores will be asked for.</param>
/// <param name="Statistics">The idfs of the query's terms, computed once for all segments.</param>
internal sealed record SearchContext(Snapshot Snapshot, SegmentView View, int Table, bool WantScores, TermStatistics Statistics)
{
    internal TableReader Reader => View.Reader.Tables[Table];

    internal int Rows => Reader.Rows;

    /// <summary>Takes down the phrases that are dear to find and not remembered; null: nobody wants to know.</summary>
    internal List<DearPhrase>? DearPhrases { get; init; }
}

/// <summary>A phrase that is worth remembering.</summary>
/// <param name="Phrase">Finds it; remembers it when it has been asked about all rows.</param>
/// <param name="Rows">How many rows its table has.</param>
internal readonly record struct DearPhrase(PhraseOperator Phrase, int Rows);

/// <summary>Inverse document frequencies over a whole snapshot, remembered for one search. Not thread-safe.</summary>
internal sealed class TermStatistics(Snapshot snapshot)
{
    private readonly Dictionary<(int Table, ReadOnlyMemory<byte> Term), float> _idfs = [];

    internal float Idf(int table, ReadOnlyMemory<byte> term)
    {
        if (!_idfs.TryGetValue((table, term), out var idf))
        {
            var rows = snapshot.RowsWith(table, term.Span);
            idf = Of(rows, snapshot.RowCount(table));
            _idfs[(table, term)] = idf;
        }

        return idf;
    }

    internal static float Of(long rows, long all) =>
        MathF.Log(1 + ((Math.Max(0, all - rows) + 0.5f) / (rows + 0.5f)));
}
