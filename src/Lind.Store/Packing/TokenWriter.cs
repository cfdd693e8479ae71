using System.Text;

namespace Lind.Store.Packing;

/// <summary>Writes one record as <see cref="StudyTokens"/>.</summary>
/// <param name="json">The record.</param>
/// <param name="dictionary">The pieces with a number.</param>
/// <param name="output">Room for what the record may take.</param>
internal ref struct TokenWriter(ReadOnlySpan<byte> json, StudyDictionary dictionary, Span<byte> output)
{
    // Shorter segments are not worth the two bytes of a number.
    private const int MinSegment = 3;

    private readonly ReadOnlySpan<byte> _json = json;
    private readonly Span<byte> _output = output;
    private int _length;

    /// <summary>Writes all; the length of the tokens.</summary>
    public int Write()
    {
        var pieces = new JsonPieces(_json);
        var start = 0;
        while (pieces.Next(out var piece, out var isFrame))
        {
            var end = start + piece.Length;
            // A piece of one byte stays as it is: its number may take two.
            var number = piece.Length < 2 ? -1 : dictionary.Find(_json, start, end);
            if (number >= 0)
            {
                _length += StudyTokens.WriteToken(number, _output, _length);
            }
            else if (isFrame)
            {
                Literal(start, end);
            }
            else
            {
                Text(start, end);
            }

            start = end;
        }

        return _length;
    }

    private void Text(int start, int end)
    {
        var output = _output;
        var length = _length;
        while (start < end)
        {
            var next = TextSegments.EndOf(_json, start, end);
            var number = next - start < MinSegment ? -1 : dictionary.Find(_json, start, next);
            if (number >= 0)
            {
                length += StudyTokens.WriteToken(number, output, length);
            }
            else
            {
                _length = length;
                Literal(start, next);
                length = _length;
            }

            start = next;
        }

        _length = length;
    }

    private void Literal(int start, int end)
    {
        var bytes = _json[start..end];
        if (Ascii.IsValid(bytes))
        {
            bytes.CopyTo(_output[_length..]);
            _length += bytes.Length;
            return;
        }

        _output[_length++] = StudyTokens.Raw;
        bytes.CopyTo(_output[_length..]);
        _length += bytes.Length;
        _output[_length++] = 0;
    }
}
