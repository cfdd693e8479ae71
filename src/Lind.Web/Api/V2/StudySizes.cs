using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Lind.Store;

namespace Lind.Web.Api.V2;

/// <summary><c>/stats/size</c>: how large the studies are as compact UTF-8 JSON.</summary>
internal static class StudySizes
{
    private const int LargestListed = 10;

    private static readonly int[] Percentiles = [1, 5, 10, 25, 50, 75, 90, 95, 99];

    private static readonly (string Name, int Below)[] Ranges =
    [
        ("0 - 1 KB", 1 << 10), ("1 - 2 KB", 2 << 10), ("2 - 5 KB", 5 << 10), ("5 - 10 KB", 10 << 10),
        ("10 - 20 KB", 20 << 10), ("20 - 50 KB", 50 << 10), ("50 - 100 KB", 100 << 10), ("100 - 200 KB", 200 << 10),
        ("200 - 500 KB", 500 << 10), ("500 KB - 1 MB", 1 << 20), ("1 MB and more", int.MaxValue),
    ];

    public static ReadOnlyMemory<byte> Write(IReadOnlyList<StudySize> sizes)
    {
        var ordered = sizes.Select(size => size.Bytes).Order().ToArray();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("totalStudies", ordered.Length);
            writer.WriteNumber("averageSizeBytes", ordered.Length == 0 ? 0 : (long)Math.Round(ordered.Average()));
            writer.WriteStartObject("percentiles");
            foreach (var percentile in Percentiles)
            {
                writer.WriteNumber(percentile.ToString(CultureInfo.InvariantCulture), At(ordered, percentile));
            }

            writer.WriteEndObject();
            WriteRanges(writer, ordered);
            WriteLargest(writer, sizes);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    // The nearest-rank percentile: a size that some study really has.
    private static int At(int[] ordered, int percentile) => ordered.Length == 0 ? 0
        : ordered[Math.Max(0, (int)Math.Ceiling(percentile / 100.0 * ordered.Length) - 1)];

    private static void WriteRanges(Utf8JsonWriter writer, int[] ordered)
    {
        writer.WriteStartArray("ranges");
        var at = 0;
        foreach (var (name, below) in Ranges)
        {
            var from = at;
            while (at < ordered.Length && ordered[at] < below)
            {
                at++;
            }

            writer.WriteStartObject();
            writer.WriteString("sizeRange", name);
            writer.WriteNumber("studiesCount", at - from);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLargest(Utf8JsonWriter writer, IReadOnlyList<StudySize> sizes)
    {
        writer.WriteStartArray("largestStudies");
        foreach (var (id, bytes) in sizes.OrderByDescending(size => size.Bytes).ThenBy(size => size.NctId).Take(LargestListed))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id.ToString());
            writer.WriteNumber("sizeBytes", bytes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
