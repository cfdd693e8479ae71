using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Lind.Web.Api.Statistics;

/// <summary>In how many studies each value of one field stands: exact while the different values are few, and bounded
/// in memory when nearly every study has its own.</summary>
/// <remarks>Beyond <see cref="Most"/> different values, or fewer when all fields together hold millions, those seen once are let go: the number of different values is
/// then an estimate, and the count of a value that came back later can lack its first sightings.</remarks>
internal sealed class ValueTally(TallyRoom room)
{
    /// <summary>Different values held exactly.</summary>
    public const int Most = 200_000;

    // What one field may keep when all together hold as much as there is room for.
    private const int MostWhenCrowded = 50_000;
    private const int FewValues = 5_000;
    private readonly Dictionary<ulong, Entry> _values = [];
    private DistinctEstimate? _estimate;

    /// <summary>Different values, exact up to <see cref="Most"/>.</summary>
    public long Distinct => _estimate?.Count ?? _values.Count;

    public void Add(ReadOnlySpan<byte> value, int study)
    {
        var hash = HashOf(value);
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_values, hash, out var isKnown);
        if (isKnown && entry.LastStudy == study)
        {
            return;
        }

        entry.Studies++;
        entry.LastStudy = study;
        // Beyond the first ones a text is kept when it comes a second time: most never do.
        if (entry.Text is null && (isKnown || _values.Count <= FewValues))
        {
            entry.Text = Encoding.UTF8.GetString(value);
        }

        if (!isKnown)
        {
            _estimate?.Add(hash);
            room.Taken++;
            LetGoIfMany();
        }
    }

    /// <summary>The most frequent values, then by text.</summary>
    public IReadOnlyList<(string Value, long Studies)> Top(int count) => [.. _values.Values
        .Where(entry => entry.Text is not null)
        .OrderByDescending(entry => entry.Studies)
        .ThenBy(entry => entry.Text, StringComparer.Ordinal)
        .Take(count)
        .Select(entry => (entry.Text!, (long)entry.Studies))];

    private void LetGoIfMany()
    {
        if (_values.Count <= (room.IsCrowded ? MostWhenCrowded : Most))
        {
            return;
        }

        if (_estimate is null)
        {
            _estimate = new();
            foreach (var hash in _values.Keys)
            {
                _estimate.Add(hash);
            }
        }

        var before = _values.Count;
        for (var least = 1; _values.Count > before / 2; least++)
        {
            foreach (var hash in _values.Where(pair => pair.Value.Studies <= least).Select(pair => pair.Key).ToArray())
            {
                _values.Remove(hash);
            }
        }

        room.Taken -= before - _values.Count;
    }

    // Eight bytes at a time, each folded in by a 128-bit product: every bit of the sum depends on every byte.
    private static ulong HashOf(ReadOnlySpan<byte> value)
    {
        var hash = Fold((ulong)value.Length ^ 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93);
        for (; value.Length >= sizeof(ulong); value = value[sizeof(ulong)..])
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(value), 0xA0761D6478BD642F);
        }

        var rest = 0UL;
        foreach (var one in value)
        {
            rest = (rest << 8) | one;
        }

        return Fold(Fold(hash ^ rest, 0xE7037ED1A0B428DB) ^ 0x8EBC6AF09C88C6E3, 0x589965CC75374CC3);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }

    private struct Entry
    {
        public int Studies;
        public int LastStudy;
        public string? Text;
    }
}
