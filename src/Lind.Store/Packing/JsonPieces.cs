using System.Buffers;

namespace Lind.Store.Packing;

/// <summary>Walks compact JSON as two kinds of pieces that take turns: a frame (brackets, commas, member names, the
/// quotes of values, true, false, null) and a value (what is inside the quotes, or a number).</summary>
/// <remarks>Frames of study records are few hundred and repeat without end; the last piece is always a frame.</remarks>
internal ref struct JsonPieces(ReadOnlySpan<byte> json)
{
    private static readonly SearchValues<byte> ValueStarts = SearchValues.Create("\"-0123456789"u8);

    private readonly ReadOnlySpan<byte> _json = json;
    private int _position;
    private int _valueLength = -1;

    /// <summary>The next piece; false at the end.</summary>
    public bool Next(out ReadOnlySpan<byte> piece, out bool isFrame)
    {
        if (_valueLength >= 0)
        {
            piece = _json.Slice(_position, _valueLength);
            isFrame = false;
            _position += _valueLength;
            _valueLength = -1;
            return true;
        }

        isFrame = true;
        if (_position >= _json.Length)
        {
            piece = default;
            return false;
        }

        var start = _position;
        FindValue();
        piece = _json[start.._position];
        return true;
    }

    // Moves to the start of the next value, over names and words; to the end if there is none.
    private void FindValue()
    {
        // A frame that begins behind a text begins with its closing quote.
        var from = _position > 0 && _json[_position] == (byte)'"' ? _position + 1 : _position;
        while (true)
        {
            var next = _json[from..].IndexOfAny(ValueStarts);
            if (next < 0)
            {
                _position = _json.Length;
                return;
            }

            from += next;
            if (_json[from] != (byte)'"')
            {
                _position = from;
                _valueLength = LengthOfNumber(from);
                return;
            }

            var length = LengthOfText(from + 1);
            var end = from + 1 + length;
            if (end + 1 < _json.Length && _json[end + 1] == (byte)':')
            {
                from = end + 2;
                continue;
            }

            _position = from + 1;
            _valueLength = length;
            return;
        }
    }

    private readonly int LengthOfNumber(int start)
    {
        var length = _json[start..].IndexOfAny(",}]"u8);
        return length < 0 ? _json.Length - start : length;
    }

    private readonly int LengthOfText(int start)
    {
        var position = start;
        while (true)
        {
            var next = _json[position..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                return _json.Length - start;
            }

            position += next;
            if (_json[position] == (byte)'"')
            {
                return position - start;
            }

            position = Math.Min(position + 2, _json.Length);
        }
    }
}
