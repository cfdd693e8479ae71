namespace Lind.Store.Packing;

/// <summary>Reads the tokens of the first form of dictionary, whose blocks older stores hold. New blocks are written as
/// <see cref="StudyTokens"/>.</summary>
/// <remarks>
/// Valid JSON has no bytes below 0x20 in compact form, so these mark what is not literal text:
/// <code>
/// 01..14           entry 0..19
/// 15..17 xx        entry 20..787, 256 a mark
/// 18..1E xx xx     entry 788.. , 65,536 a mark, high byte first
/// 1F ... 00        a frame that the dictionary does not have
/// 20..FF           text as it is
/// </code>
/// Example: with entry 0 = <c>{"a":"</c> and entry 1 = <c>"}</c>, the record <c>{"a":"xy"}</c> is <c>01 78 79 02</c>.
/// </remarks>
internal static class PieceTokens
{
    private const int ShortTokens = 20;
    private const byte FirstMiddle = 0x15;
    private const int MiddleTokens = 3 * 256;
    private const byte FirstLong = 0x18;
    private const byte Frame = 0x1F;
    private const byte FirstLiteral = 0x20;

    /// <summary>Fills <paramref name="json"/> with what the tokens stand for.</summary>
    /// <exception cref="StoreDamagedException">They stand for more or less, or for nothing.</exception>
    public static void Decode(ReadOnlySpan<byte> tokens, StudyDictionary dictionary, Span<byte> json)
    {
        while (!tokens.IsEmpty)
        {
            var piece = Next(ref tokens, dictionary);
            if (piece.Length > json.Length)
            {
                throw new StoreDamagedException("A block unpacks to more than its length.");
            }

            piece.CopyTo(json);
            json = json[piece.Length..];
        }

        if (!json.IsEmpty)
        {
            throw new StoreDamagedException("A block unpacks to less than its length.");
        }
    }

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> tokens, StudyDictionary dictionary)
    {
        var mark = tokens[0];
        if (mark >= FirstLiteral)
        {
            var length = tokens.IndexOfAnyInRange((byte)0, (byte)(FirstLiteral - 1));
            return Cut(ref tokens, 0, length < 0 ? tokens.Length : length, 0);
        }

        if (mark == Frame)
        {
            var length = tokens.IndexOf((byte)0);
            return length < 0 ? throw NoToken() : Cut(ref tokens, 1, length - 1, 1);
        }

        var size = mark < FirstMiddle ? 1 : mark < FirstLong ? 2 : 3;
        if (mark == 0 || tokens.Length < size)
        {
            throw NoToken();
        }

        var number = size switch
        {
            1 => mark - 1,
            2 => ShortTokens + ((mark - FirstMiddle) << 8) + tokens[1],
            _ => ShortTokens + MiddleTokens + ((mark - FirstLong) << 16) + (tokens[1] << 8) + tokens[2],
        };
        tokens = tokens[size..];
        return number < dictionary.Count ? dictionary[number] : throw NoToken();
    }

    private static ReadOnlySpan<byte> Cut(ref ReadOnlySpan<byte> tokens, int before, int length, int behind)
    {
        var piece = tokens.Slice(before, length);
        tokens = tokens[(before + length + behind)..];
        return piece;
    }

    private static StoreDamagedException NoToken() => new("A block holds a token that means nothing.");
}
