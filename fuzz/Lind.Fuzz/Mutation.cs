using System.Text;

namespace Lind.Fuzz;

/// <summary>Makes a new input of a sample by a few changes: cut, copied, spliced, flipped, replaced by odd pieces.</summary>
internal sealed class Mutation(IReadOnlyList<byte[]> samples, IReadOnlyList<string> tokens, Random random)
{
    private const int MaxLength = 1 << 20;

    private static readonly byte[][] OddPieces =
    [
        [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], "\r\n"u8.ToArray(), "\u2028"u8.ToArray(), "'"u8.ToArray(),
        "\""u8.ToArray(), "\\"u8.ToArray(), "99999999999999999999"u8.ToArray(), "-1"u8.ToArray(), "1e999"u8.ToArray(),
        "\\u0000"u8.ToArray(), "\\ud800"u8.ToArray(), "𝒳"u8.ToArray(), "NaN"u8.ToArray(), " "u8.ToArray(), "("u8.ToArray(),
    ];

    public byte[] Next()
    {
        var bytes = new List<byte>(samples[random.Next(samples.Count)]);
        for (var changes = 1 + random.Next(6); changes > 0; changes--)
        {
            Change(bytes);
        }

        return bytes.Count > MaxLength ? [.. bytes.Take(MaxLength)] : [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(9))
        {
            case 0 when bytes.Count > 0:
                bytes[at % bytes.Count] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when bytes.Count > 0:
                bytes[at % bytes.Count] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(Length(), bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(Length(), bytes.Count - at)));
                break;
            case 4:
                Splice(bytes, at);
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6:
                Repeat(bytes, at);
                break;
            case 7 when tokens.Count > 0:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(tokens[random.Next(tokens.Count)]));
                break;
            default:
                bytes.InsertRange(at, OddPieces[random.Next(OddPieces.Length)]);
                break;
        }
    }

    /// <summary>Mostly short, now and then long.</summary>
    private int Length() => random.Next(4) == 0 ? random.Next(4_096) : 1 + random.Next(24);

    private void Splice(List<byte> bytes, int at)
    {
        var other = samples[random.Next(samples.Count)];
        var from = random.Next(other.Length + 1);
        bytes.InsertRange(at, other.AsSpan(from, Math.Min(Length(), other.Length - from)).ToArray());
    }

    /// <summary>Something short, many times: nesting and runs.</summary>
    private void Repeat(List<byte> bytes, int at)
    {
        var piece = tokens.Count > 0 && random.Next(2) == 0
            ? Encoding.UTF8.GetBytes(tokens[random.Next(tokens.Count)])
            : [.. bytes.GetRange(at, Math.Min(1 + random.Next(6), bytes.Count - at))];
        var times = random.Next(8) == 0 ? 3_000 : random.Next(40);
        bytes.InsertRange(at, Enumerable.Repeat(piece, times).SelectMany(each => each));
    }
}
