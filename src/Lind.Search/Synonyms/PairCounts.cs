namespace Lind.Search.Synonyms;

/// <summary>Counts how often a left text goes with a right one, within bounded room.</summary>
internal sealed class PairCounts
{
    // Beyond this, pairs seen once are forgotten: what is worth learning recurs.
    private const int MostPairs = 1_500_000;

    private readonly Dictionary<(string Left, string Right), int> _pairs = [];

    /// <summary>Counts one pair.</summary>
    public void Add(string left, string right)
    {
        var key = (left, right);
        _pairs[key] = _pairs.GetValueOrDefault(key) + 1;
        if (_pairs.Count > MostPairs)
        {
            foreach (var once in _pairs.Where(pair => pair.Value == 1).Select(pair => pair.Key).ToArray())
            {
                _pairs.Remove(once);
            }
        }
    }

    /// <summary>Adds another's counts.</summary>
    public void Add(PairCounts other)
    {
        foreach (var (key, count) in other._pairs)
        {
            _pairs[key] = _pairs.GetValueOrDefault(key) + count;
        }
    }

    /// <summary>All pairs with counts.</summary>
    public IEnumerable<(string Left, string Right, int Count)> All =>
        _pairs.Select(pair => (pair.Key.Left, pair.Key.Right, pair.Value));
}
