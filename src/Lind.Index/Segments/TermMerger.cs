using Lind.Index.Postings;
using Lind.Index.Terms;

namespace Lind.Index.Segments;

/// <summary>Merges the terms of several tables, in term order.</summary>
internal sealed class TermMerger(TableSource[] sources, int[][] renumbered, ProfileSet profiles, CancellationToken cancellation)
{
    private readonly PostingsCursor _postings = new();
    private readonly PositionReader _positions = new();
    private readonly List<byte[]> _surfaces = [];

    internal TermDictionaryWriter Write(PostingsWriter target)
    {
        var dictionary = new TermDictionaryWriter();
        var queue = new PriorityQueue<int, byte[]>(Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)));
        var cursors = sources.Select(source => new TermCursor(source.Table.Dictionary)).ToArray();
        for (var i = 0; i < cursors.Length; i++)
        {
            Enqueue(queue, cursors, i);
        }

        var equal = new List<int>();
        while (queue.TryPeek(out _, out var term))
        {
            cancellation.ThrowIfCancellationRequested();
            equal.Clear();
            while (queue.TryPeek(out var next, out var other) && other.AsSpan().SequenceEqual(term))
            {
                equal.Add(queue.Dequeue());
            }

            equal.Sort();
            WriteTerm(term, equal, cursors, target, dictionary);
            equal.ForEach(i => Enqueue(queue, cursors, i));
        }

        return dictionary;
    }

    private static void Enqueue(PriorityQueue<int, byte[]> queue, TermCursor[] cursors, int i)
    {
        if (cursors[i].MoveNext())
        {
            queue.Enqueue(i, cursors[i].Term.ToArray());
        }
    }

    private void WriteTerm(
        byte[] term, List<int> from, TermCursor[] cursors, PostingsWriter target, TermDictionaryWriter dictionary)
    {
        _surfaces.Clear();
        foreach (var i in from)
        {
            var table = sources[i].Table;
            _postings.Reset(table.Postings, cursors[i].Place);
            _positions.Reset(table.Positions, term, cursors[i].Place, table.FrequentProfiles, table.Layout);
            Copy(sources[i].NewRows, renumbered[i], SymbolNumbers(_positions.Symbols), target);
        }

        if (target.Rows > 0)
        {
            dictionary.Add(term, target.EndTerm(term, _surfaces));
        }
    }

    private void Copy(int[] newRows, int[] newProfiles, uint[] symbols, PostingsWriter target)
    {
        for (var block = 0; block < _postings.Blocks; block++)
        {
            _postings.Load(block);
            for (var i = 0; i < _postings.Count; i++)
            {
                var row = newRows[_postings.Rows[i]];
                if (row >= 0)
                {
                    var profile = newProfiles[_postings.Profiles[i]];
                    _positions.Read(_postings, i);
                    CopyHits(profiles[profile], symbols, target);
                    target.AddRow((uint)row, (uint)profile);
                }
            }
        }
    }

    private void CopyHits(ReadOnlySpan<ushort> codes, uint[] symbols, PostingsWriter target)
    {
        var hits = _positions.Hits;
        var at = 0;
        foreach (var code in codes)
        {
            var field = HitProfile.FieldOf(code);
            var end = at;
            while (end < hits.Length && hits[end].Field == field)
            {
                end++;
            }

            target.AddField(field, end - at);
            var last = 0;
            for (; at < end; at++)
            {
                var symbol = symbols[hits[at].Symbol];
                var isWhole = (symbol & TokenBuffer.Whole) == TokenBuffer.Whole;
                target.AddHit(isWhole ? 0 : (uint)(hits[at].Position - last), symbol);
                last = hits[at].Position;
            }
        }
    }

    /// <summary>The symbols of a source in terms of the merged surfaces: surface * 4 + flags.</summary>
    private uint[] SymbolNumbers(SymbolTable table)
    {
        var numbers = new uint[table.Count];
        for (var symbol = 0; symbol < numbers.Length; symbol++)
        {
            var bytes = table.SurfaceOf(symbol).ToArray();
            var surface = _surfaces.FindIndex(known => known.AsSpan().SequenceEqual(bytes));
            if (surface < 0)
            {
                surface = _surfaces.Count;
                _surfaces.Add(bytes);
            }

            numbers[symbol] = (uint)((surface << 2) | (table.Raw(symbol) & 3));
        }

        return numbers;
    }
}
