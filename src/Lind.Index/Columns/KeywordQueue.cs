using Lind.Index.Encoding;

namespace Lind.Index.Columns;

/// <summary>Keywords of a document that wait to be numbered in their columns. Reuses its room; not thread-safe.</summary>
/// <remarks>Each look at a column's table of keywords waits for the memory three times. Many looks one after another wait
/// together: what each step will read is asked for some keywords ahead.</remarks>
internal sealed class KeywordQueue
{
    private Waiting[] _waiting = new Waiting[64];
    private byte[] _bytes = new byte[1 << 12];
    private int _count;
    private int _length;

    /// <summary>Takes a keyword for a row of a column.</summary>
    internal void Add(ColumnBuffer column, int row, ReadOnlySpan<byte> keyword)
    {
        if (_count == _waiting.Length)
        {
            Array.Resize(ref _waiting, _count * 2);
        }

        if (_bytes.Length - _length < keyword.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + keyword.Length));
        }

        keyword.CopyTo(_bytes.AsSpan(_length));
        var hash = ByteHash.Of(keyword);
        column.Keywords.FetchSlot(hash);
        _waiting[_count++] = new Waiting(column, row, _length, keyword.Length, hash);
        _length += keyword.Length;
    }

    /// <summary>Adds all to their columns.</summary>
    internal void Write()
    {
        const int Near = 6;
        const int Far = 12;
        var waiting = _waiting.AsSpan(0, _count);
        for (var i = 0; i < waiting.Length; i++)
        {
            if (i + Far < waiting.Length)
            {
                waiting[i + Far].Column.Keywords.FetchPlace(waiting[i + Far].Hash);
            }

            if (i + Near < waiting.Length)
            {
                waiting[i + Near].Column.Keywords.FetchBytes(waiting[i + Near].Hash);
            }

            ref readonly var one = ref waiting[i];
            one.Column.AddKeyword(one.Row, _bytes.AsSpan(one.Start, one.Length), one.Hash);
        }

        (_count, _length) = (0, 0);
    }

    private readonly record struct Waiting(ColumnBuffer Column, int Row, int Start, int Length, uint Hash);
}
