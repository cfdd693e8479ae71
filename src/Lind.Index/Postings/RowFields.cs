namespace Lind.Index.Postings;

/// <summary>How the fields of one row fill while it is being collected, and how they filled over all rows. Not
/// thread-safe.</summary>
internal sealed class RowFields(int fields)
{
    private readonly int[] _nextPosition = new int[fields];
    private readonly int[] _lengths = new int[fields];
    private readonly int[] _lastEnds = new int[fields]; // behind the last token of the last value of several tokens; 0: none

    /// <summary>The fields with at least one token.</summary>
    internal List<int> Present { get; } = [];

    /// <summary>Tokens counted by field over all rows.</summary>
    internal long[] TotalLengths { get; } = new long[fields];

    /// <summary>Rows counted by field.</summary>
    internal int[] TotalRows { get; } = new int[fields];

    internal int NextPosition(int field) => _nextPosition[field];

    /// <summary>How many positions the row has in a field.</summary>
    internal int LengthOf(int field) => _lengths[field];

    /// <summary>How many positions a value of several tokens must move up to keep its distance from the last such one.</summary>
    internal int ShiftFor(int field, int first, int last)
    {
        var shift = _lastEnds[field] == 0 ? 0 : Math.Max(0, _lastEnds[field] - 1 + TokenBuffer.ValueDistance - first);
        _lastEnds[field] = last + shift + 1;
        return shift;
    }

    internal void EndValue(int field, int nextPosition, int length)
    {
        if (_lengths[field] == 0)
        {
            Present.Add(field);
            TotalRows[field]++;
        }

        _nextPosition[field] = nextPosition;
        _lengths[field] += length;
        TotalLengths[field] += length;
    }

    internal void Clear()
    {
        foreach (var field in Present)
        {
            _nextPosition[field] = 0;
            _lastEnds[field] = 0;
            _lengths[field] = 0;
        }

        Present.Clear();
    }
}
