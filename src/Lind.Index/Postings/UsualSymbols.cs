using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>Finds the fields in which a term usually looks otherwise than over all (a drug is in small letters in criteria and
/// has a capital in titles), and lets that symbol and symbol 0 change places there. Reuses its room; not thread-safe.</summary>
/// <remarks>Written forms and ends of values took a fifth less room for it.</remarks>
internal sealed class UsualSymbols(int fields)
{
    private const int Looked = 8;    // symbols that may be usual ones
    private const int FewestHits = 16; // of a term, to be worth a look
    private const int LeastGain = 7; // more hits than symbol 0, at two bits each
    private readonly int[] _counts = new int[fields * Looked];
    private readonly int[] _usual = new int[fields];
    private readonly List<int> _touched = [];
    private readonly List<(int Field, int Symbol)> _found = [];

    /// <summary>Replaces symbols by what is coded for them.</summary>
    /// <param name="hitFields">The fields that each row hits, row after row.</param>
    /// <param name="fieldHits">For each of these how many hits.</param>
    /// <param name="symbols">The symbols of all hits, by rank; they come back changed.</param>
    /// <param name="several">Whether there is more than one symbol.</param>
    /// <returns>The fields with a usual symbol, ascending; valid until the next call.</returns>
    internal IReadOnlyList<(int Field, int Symbol)> Apply(
        ReadOnlySpan<uint> hitFields, ReadOnlySpan<uint> fieldHits, Span<uint> symbols, bool several)
    {
        _found.Clear();
        if (!several || symbols.Length < FewestHits)
        {
            return _found;
        }

        Count(hitFields, fieldHits, symbols);
        Choose();
        if (_found.Count > 0)
        {
            Swap(hitFields, fieldHits, symbols);
            _found.ForEach(usual => _usual[usual.Field] = 0);
        }

        return _found;
    }

    private void Count(ReadOnlySpan<uint> hitFields, ReadOnlySpan<uint> fieldHits, ReadOnlySpan<uint> symbols)
    {
        var hit = 0;
        for (var i = 0; i < hitFields.Length; i++)
        {
            var field = (int)hitFields[i];
            if (_usual[field] == 0)
            {
                _usual[field] = 1;
                _touched.Add(field);
            }

            for (var end = hit + (int)fieldHits[i]; hit < end; hit++)
            {
                _counts[(field * Looked) + (int)Math.Min(symbols[hit], Looked - 1)]++;
            }
        }
    }

    private void Choose()
    {
        _touched.Sort();
        foreach (var field in _touched)
        {
            var counts = _counts.AsSpan(field * Looked, Looked);
            var best = 0;
            for (var symbol = 1; symbol < Looked - 1; symbol++)
            {
                best = counts[symbol] > counts[best] ? symbol : best;
            }

            var isUsual = counts[best] >= counts[0] + LeastGain;
            _usual[field] = isUsual ? best : 0;
            if (isUsual)
            {
                _found.Add((field, best));
            }

            counts.Clear();
        }

        _touched.Clear();
    }

    private void Swap(ReadOnlySpan<uint> hitFields, ReadOnlySpan<uint> fieldHits, Span<uint> symbols)
    {
        var hit = 0;
        for (var i = 0; i < hitFields.Length; i++)
        {
            var usual = (uint)_usual[(int)hitFields[i]];
            var hits = (int)fieldHits[i];
            if (usual != 0)
            {
                foreach (ref var symbol in symbols.Slice(hit, hits))
                {
                    symbol = symbol == usual ? 0 : symbol == 0 ? usual : symbol;
                }
            }

            hit += hits;
        }
    }
}
