namespace Lind.Index.Terms;

/// <summary>A term and in how many rows it stands (deleted ones included).</summary>
public readonly record struct TermCount(ReadOnlyMemory<byte> Term, int Rows)
{
    /// <summary>The term as UTF-8 text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Term.Span);
}

/// <summary>A term, how many edits it is away, and in how many rows it stands.</summary>
public readonly record struct NearTerm(ReadOnlyMemory<byte> Term, int Edits, int Rows)
{
    /// <summary>The term as UTF-8 text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Term.Span);
}

/// <summary>Lists terms over several dictionaries.</summary>
internal static class TermListing
{
    /// <summary>All terms with a prefix, in order, each once with its rows added up.</summary>
    internal static IEnumerable<TermCount> Merge(TermDictionary[] dictionaries, ReadOnlyMemory<byte> prefix)
    {
        // Terms that start with a zero byte are the engine's own.
        var start = prefix.IsEmpty ? new byte[] { 1 } : prefix.ToArray();
        var cursors = dictionaries.Select(dictionary => new TermCursor(dictionary))
            .Where(cursor => cursor.SeekAtLeast(start) && cursor.Term.StartsWith(prefix.Span)).ToList();
        while (cursors.Count > 0)
        {
            var term = Lowest(cursors).Term.ToArray();
            var rows = 0;
            for (var i = cursors.Count - 1; i >= 0; i--)
            {
                if (cursors[i].Term.SequenceEqual(term))
                {
                    rows += cursors[i].Place.Rows;
                    if (!cursors[i].MoveNext() || !cursors[i].Term.StartsWith(prefix.Span))
                    {
                        cursors.RemoveAt(i);
                    }
                }
            }

            yield return new TermCount(term, rows);
        }
    }

    /// <summary>The terms near another one, in order.</summary>
    internal static IEnumerable<NearTerm> Near(
        TermDictionary[] dictionaries, ReadOnlyMemory<byte> term, int maxEdits, int sharedPrefix)
    {
        var distance = new EditDistance(term.ToArray(), maxEdits);
        var prefix = term[..Math.Min(sharedPrefix, term.Length)];
        return Merge(dictionaries, prefix)
            .Where(candidate => Math.Abs(candidate.Term.Length - term.Length) <= maxEdits)
            .Select(candidate => new NearTerm(candidate.Term, distance.To(candidate.Term.Span), candidate.Rows))
            .Where(candidate => candidate.Edits <= maxEdits);
    }

    private static TermCursor Lowest(List<TermCursor> cursors)
    {
        var lowest = cursors[0];
        for (var i = 1; i < cursors.Count; i++)
        {
            if (cursors[i].Term.SequenceCompareTo(lowest.Term) < 0)
            {
                lowest = cursors[i];
            }
        }

        return lowest;
    }
}
