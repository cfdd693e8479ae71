using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lind.Store.Packing;

/// <summary>What each token of <see cref="StudyTokens"/> stands for, literals too, so that all are copied the same way.</summary>
/// <remarks>What kind the next token is cannot be guessed: one table for all kinds, read without a question between them, decodes a
/// third faster than one way for each.</remarks>
internal sealed class TokenMoves
{
    /// <summary>So many bytes are copied at once; of a short piece those behind it are written over by the next one.</summary>
    public const int Length = 16;

    private const int OneByte = 128; // tokens of one byte
    private const int LengthBits = 8;
    private const uint LengthMask = (1u << LengthBits) - 1;
    private const uint Other = LengthMask; // longer than Length, or not a piece

    private readonly uint[] _pieces = new uint[OneByte + (OneByte << 8)]; // start, then length
    private readonly byte[] _bytes;

    public TokenMoves(StudyDictionary dictionary)
    {
        Array.Fill(_pieces, Other);
        var bytes = new List<byte>();
        for (var literal = (int)StudyTokens.FirstLiteral; literal < OneByte; literal++)
        {
            Add(bytes, literal, [(byte)literal]);
        }

        for (var number = 0; number < dictionary.Count; number++)
        {
            Add(bytes, number < StudyTokens.ShortTokens ? number + 1 : OneByte + number - StudyTokens.ShortTokens, dictionary[number]);
        }

        _bytes = [.. bytes, .. new byte[Length]];
    }

    /// <summary>Decodes up to the first token that is none of the short pieces, or until fewer than <see cref="Length"/> bytes are
    /// free.</summary>
    /// <returns>Bytes of tokens read and bytes written.</returns>
    public (int Read, int Written) Decode(ReadOnlySpan<byte> tokens, Span<byte> json)
    {
        var (read, written) = (0, 0);
        while (read < tokens.Length - 1 && written <= json.Length - Length)
        {
            uint mark = tokens[read];
            var isLong = mark >> 7;
            var longMask = unchecked(0u - isLong);
            var piece = _pieces[(int)((mark & ~longMask) | ((OneByte + ((mark & 0x7F) << 8) + tokens[read + 1]) & longMask))];
            if ((piece & LengthMask) > Length)
            {
                break;
            }

            Vector128.Create(_bytes.AsSpan((int)(piece >> LengthBits), Length)).CopyTo(json[written..]);
            read += (int)(1 + isLong);
            written += (int)(piece & LengthMask);
        }

        return (read, written);
    }

    private void Add(List<byte> bytes, int token, ReadOnlySpan<byte> piece)
    {
        if (piece.Length <= Length)
        {
            _pieces[token] = ((uint)bytes.Count << LengthBits) | (uint)piece.Length;
            bytes.AddRange(piece);
        }
    }
}
