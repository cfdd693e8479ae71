namespace Lind.Index.Terms;

/// <summary>Counts the edits (insert, remove, replace, swap neighbours) between a term and others, up to a bound. Not
/// thread-safe.</summary>
internal sealed class EditDistance(byte[] term, int bound)
{
    private int[] _beforeLast = new int[term.Length + 1];
    private int[] _last = new int[term.Length + 1];
    private int[] _current = new int[term.Length + 1];

    /// <summary>The number of edits; any number above the bound stands for "more".</summary>
    internal int To(ReadOnlySpan<byte> other)
    {
        for (var i = 0; i <= term.Length; i++)
        {
            _current[i] = i;
        }

        for (var j = 1; j <= other.Length; j++)
        {
            (_beforeLast, _last, _current) = (_last, _current, _beforeLast);
            if (FillRow(other, j) > bound)
            {
                return bound + 1;
            }
        }

        return _current[term.Length];
    }

    private int FillRow(ReadOnlySpan<byte> other, int j)
    {
        var least = _current[0] = j;
        for (var i = 1; i <= term.Length; i++)
        {
            var same = term[i - 1] == other[j - 1] ? 0 : 1;
            var edits = Math.Min(Math.Min(_last[i], _current[i - 1]) + 1, _last[i - 1] + same);
            if (i > 1 && j > 1 && term[i - 1] == other[j - 2] && term[i - 2] == other[j - 1])
            {
                edits = Math.Min(edits, _beforeLast[i - 2] + 1);
            }

            _current[i] = edits;
            least = Math.Min(least, edits);
        }

        return least;
    }
}
