using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Lind.Store.Packing;

/// <summary>Records with the dictionary's pieces and words replaced by their numbers, before compression.</summary>
/// <remarks>
/// Compact JSON has no bytes below 0x20, and few above 0x7F. So these mark what is not literal ASCII:
/// <code>
/// 01..1C      entry 0..27
/// 1E ... 00   bytes as they are, for what is not ASCII
/// 20..7F      ASCII as it is
/// 80..FF xx   entry 28.. , 256 a mark: 32,768 of them
/// </code>
/// Example: with entry 0 = <c>{"a":"</c>, entry 1 = <c> of</c> and entry 2 = <c>"}</c>, the record <c>{"a":"x of µ"}</c>
/// is <c>01 78 02 20 1E C2 B5 00 03</c>.
/// The compressor then sees 29 % of the bytes, and what a word is need not be told anew in each block. Measured on the
/// generated registry: docs/performance.md. The form before this one: <see cref="PieceTokens"/>.
/// </remarks>
internal static class StudyTokens
{
    /// <summary>Entries that one byte names.</summary>
    public const int ShortTokens = 28;

    /// <summary>All entries that can be named.</summary>
    public const int MaxTokens = ShortTokens + (128 * 256);

    /// <summary>The mark before bytes that are not ASCII.</summary>
    public const byte Raw = 0x1E;

    /// <summary>The first byte that stands for itself.</summary>
    public const byte FirstLiteral = 0x20;

    private const byte FirstLong = 0x80;

    /// <summary>Writes a record as tokens; false, with nothing written, if it has control characters.</summary>
    public static bool TryEncode(ReadOnlySpan<byte> json, StudyDictionary dictionary, ArrayBufferWriter<byte> output)
    {
        if (json.IndexOfAnyInRange((byte)0, (byte)(FirstLiteral - 1)) >= 0)
        {
            return false;
        }

        // A token is never longer than what it stands for; a run that is not ASCII has two marks around it. One byte
        // more, because a token is written as two.
        var room = (Ascii.IsValid(json) ? json.Length : checked(json.Length * 3)) + 1;
        output.Advance(new TokenWriter(json, dictionary, output.GetSpan(room)).Write());
        return true;
    }

    /// <summary>Writes an entry's number at a place; the length of the token.</summary>
    /// <remarks>Always two bytes, of which a short token's second is written over by what follows.</remarks>
    public static int WriteToken(int number, Span<byte> output, int place)
    {
        var isShort = number < ShortTokens;
        var token = isShort ? (number + 1) << 8 : (FirstLong << 8) + number - ShortTokens;
        BinaryPrimitives.WriteUInt16BigEndian(output[place..], (ushort)token);
        return isShort ? 1 : 2;
    }

    /// <summary>Fills <paramref name="json"/> with what the tokens stand for.</summary>
    /// <exception cref="StoreDamagedException">They stand for more or less, or for nothing.</exception>
    public static void Decode(ReadOnlySpan<byte> tokens, StudyDictionary dictionary, Span<byte> json)
    {
        var (read, written) = DecodePart(tokens, dictionary, json);
        if (read != tokens.Length || written != json.Length)
        {
            throw new StoreDamagedException("A block unpacks to another length than it states.");
        }
    }

    /// <summary>Writes what the tokens stand for until <paramref name="json"/> is full or no whole token is left.</summary>
    /// <returns>Bytes of tokens read and bytes written. A token that goes beyond the end of <paramref name="json"/> is
    /// written as far as it fits and not counted as read.</returns>
    /// <exception cref="StoreDamagedException">A token stands for nothing.</exception>
    public static (int Read, int Written) DecodePart(
        ReadOnlySpan<byte> tokens, StudyDictionary dictionary, Span<byte> json)
    {
        var (read, written) = dictionary.Moves.Decode(tokens, json);
        while (read < tokens.Length && written < json.Length)
        {
            var mark = tokens[read];
            if (mark is >= FirstLiteral and < FirstLong)
            {
                // Literals are short, between words: byte by byte is faster than looking for their end (docs/performance.md).
                json[written++] = mark;
                read++;
                continue;
            }

            var (size, length) = mark == Raw
                ? CopyRaw(tokens[read..], json[written..])
                : CopyEntry(tokens[read..], dictionary, json[written..]);
            if (size == 0)
            {
                return (read, written + length);
            }

            read += size;
            written += length;
            var fast = dictionary.Moves.Decode(tokens[read..], json[written..]);
            (read, written) = (read + fast.Read, written + fast.Written);
        }

        return (read, written);
    }

    // The size of the token and of what it wrote; size 0 when the token is not whole, or what it means did not fit.
    private static (int Size, int Length) CopyEntry(ReadOnlySpan<byte> tokens, StudyDictionary dictionary, Span<byte> json)
    {
        var size = tokens[0] < FirstLong ? 1 : 2;
        if (tokens.Length < size)
        {
            return (0, 0);
        }

        var number = size == 1 ? tokens[0] - 1 : ShortTokens + ((tokens[0] - FirstLong) << 8) + tokens[1];
        if ((size == 1 && number >= ShortTokens) || number < 0 || number >= dictionary.Count)
        {
            throw new StoreDamagedException("A block holds a token without meaning.");
        }

        var length = dictionary.CopyTo(number, json);
        return length >= 0 ? (size, length) : (0, Fill(dictionary[number], json));
    }

    private static (int Size, int Length) CopyRaw(ReadOnlySpan<byte> tokens, Span<byte> json)
    {
        var length = tokens[1..].IndexOf((byte)0);
        if (length < 0)
        {
            return (0, 0);
        }

        var bytes = tokens.Slice(1, length);
        return bytes.TryCopyTo(json) ? (length + 2, length) : (0, Fill(bytes, json));
    }

    private static int Fill(ReadOnlySpan<byte> bytes, Span<byte> json)
    {
        bytes[..json.Length].CopyTo(json);
        return json.Length;
    }
}
