namespace Lind.Index.Queries;

/// <summary>Takes down where a phrase stands while its rows are gone through, and hands it to the memo if none was left
/// out.</summary>
internal sealed class PhraseRecorder(PhraseQuery phrase, PhraseMemo memo, Operator candidates)
{
    private readonly List<int> _rows = [];
    private readonly List<float> _weights = [];
    private int _next; // all candidates before this row have been seen
    private bool _isOver;

    /// <summary>Says that the candidates of a window are about to be gone through; false: they need not be told.</summary>
    /// <param name="start">The window's first row.</param>
    /// <param name="areAll">Whether all candidates of the window will be gone through.</param>
    internal bool Begin(int start, bool areAll)
    {
        _isOver |= !areAll || start < _next || candidates.NextFrom(_next) < start;
        _next = start + Operator.Window;
        return !_isOver;
    }

    internal void Add(int row, float weight)
    {
        _rows.Add(row);
        _weights.Add(weight);
    }

    /// <summary>Says that the window has been gone through.</summary>
    internal void End()
    {
        if (candidates.NextFrom(_next) == int.MaxValue)
        {
            memo.Add(phrase, new FoundPhrase([.. _rows], [.. _weights]));
            _isOver = true;
        }
    }
}
