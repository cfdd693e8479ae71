namespace Lind.Index.Postings;

/// <summary>Renumbers a term's symbols by falling use, so that the usual one takes one bit.</summary>
internal static class SymbolRanking
{
    /// <summary>Replaces symbols (surface * 4 + flags) by their ranks.</summary>
    /// <param name="symbols">The symbols of all occurrences; they come back as ranks.</param>
    /// <param name="surfaces">The written forms by number.</param>
    /// <param name="used">The written forms that occur, renumbered.</param>
    /// <returns>The symbols by rank, in the numbering of <paramref name="used"/>.</returns>
    internal static uint[] Apply(Span<uint> symbols, IReadOnlyList<byte[]> surfaces, out IReadOnlyList<byte[]> used)
    {
        var counts = new int[surfaces.Count * 4];
        foreach (var symbol in symbols)
        {
            counts[symbol]++;
        }

        var ranked = Enumerable.Range(0, counts.Length).Where(symbol => counts[symbol] > 0)
            .OrderByDescending(symbol => counts[symbol]).ThenBy(symbol => symbol).ToArray();
        for (var i = 0; i < ranked.Length; i++)
        {
            counts[ranked[i]] = i;
        }

        foreach (ref var symbol in symbols)
        {
            symbol = (uint)counts[symbol];
        }

        return Renumber(ranked, surfaces, out used);
    }

    private static uint[] Renumber(int[] ranked, IReadOnlyList<byte[]> surfaces, out IReadOnlyList<byte[]> used)
    {
        var list = new List<byte[]>();
        var numbers = new Dictionary<int, int>();
        var symbols = new uint[ranked.Length];
        for (var i = 0; i < ranked.Length; i++)
        {
            var surface = ranked[i] >> 2;
            if (!numbers.TryGetValue(surface, out var number))
            {
                numbers[surface] = number = list.Count;
                list.Add(surfaces[surface]);
            }

            symbols[i] = (uint)((number << 2) | (ranked[i] & 3));
        }

        used = list;
        return symbols;
    }
}
