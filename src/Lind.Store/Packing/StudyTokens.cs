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

    private const byte FirstLiteral = 0x20;
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
        while (!tokens.IsEmpty)
        {
            int length;
            var mark = tokens[0];
            if (mark < FirstLong && mark >= FirstLiteral)
            {
                length = CopyLiteral(ref tokens, json);
            }
            else if (mark == Raw)
            {
                length = CopyRaw(ref tokens, json);
            }
            else
            {
                length = dictionary.CopyTo(NumberOf(ref tokens), json);
            }

            if (length < 0)
            {
                throw new StoreDamagedException("A block unpacks to more than its length, or holds a token without meaning.");
            }

            json = json[length..];
        }

        if (!json.IsEmpty)
        {
            throw new StoreDamagedException("A block unpacks to less than its length.");
        }
    }

    private static int NumberOf(ref ReadOnlySpan<byte> tokens)
    {
        var mark = tokens[0];
        if (mark < FirstLong)
        {
            tokens = tokens[1..];
            return mark <= ShortTokens ? mark - 1 : -1;
        }

        if (tokens.Length < 2)
        {
            throw new StoreDamagedException("A block ends inside a token.");
        }

        var number = ShortTokens + ((mark - FirstLong) << 8) + tokens[1];
        tokens = tokens[2..];
        return number;
    }

    private static int CopyLiteral(ref ReadOnlySpan<byte> tokens, Span<byte> json)
    {
        var length = tokens.IndexOfAnyExceptInRange(FirstLiteral, (byte)(FirstLong - 1));
        return Copy(ref tokens, 0, length < 0 ? tokens.Length : length, 0, json);
    }

    private static int CopyRaw(ref ReadOnlySpan<byte> tokens, Span<byte> json)
    {
        var length = tokens.IndexOf((byte)0);
        return length < 0 ? -1 : Copy(ref tokens, 1, length - 1, 1, json);
    }

    private static int Copy(ref ReadOnlySpan<byte> tokens, int before, int length, int behind, Span<byte> json)
    {
        if (!tokens.Slice(before, length).TryCopyTo(json))
        {
            return -1;
        }

        tokens = tokens[(before + length + behind)..];
        return length;
    }
}
