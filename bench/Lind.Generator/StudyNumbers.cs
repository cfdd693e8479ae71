using System.Globalization;

namespace Lind.Generator;

/// <summary>The fresh NCT numbers of a generated corpus, in the order of the bulk zip.</summary>
internal static class StudyNumbers
{
    /// <summary>Above every number the registry has given, so that made-up studies never hide real ones.</summary>
    private const int First = 10_000_000;
    private const int Span = 80_000_000;

    /// <summary>Distinct numbers, by shard (the last two digits), then by number.</summary>
    public static int[] Draw(int count, ulong seed)
    {
        var stride = Math.Max(1, Span / count);
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = First + (i * stride) + Rng.For(seed, (ulong)i).Below(stride);
        }

        return [.. numbers.OrderBy(number => number % 100).ThenBy(number => number)];
    }

    /// <summary><c>07/NCT10000007.json</c></summary>
    public static string EntryName(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number % 100:D2}/NCT{number:D8}.json");
}
