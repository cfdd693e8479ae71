using System.Buffers;

namespace Lind.Registry.Importing;

/// <summary>Finds where a JSON object ends, by brackets and strings alone. Goes on where it stopped when more bytes
/// come; whether what lies between is valid JSON is for the reader of records to say.</summary>
/// <remarks>Stops at line ends so that its caller can look whether a new record begins there although this one has not
/// ended: a record that was cut off must not swallow the ones after it.</remarks>
internal struct JsonExtent
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]\n"u8);
    private static readonly SearchValues<byte> StringEnds = SearchValues.Create("\"\\\n"u8);

    private long _depth;
    private ulong _arrays;
    private bool _inString;
    private bool _escaped;

    /// <param name="depth">Objects already open before the first byte.</param>
    public JsonExtent(int depth) => _depth = depth;

    /// <summary>How many bytes of the window were looked at.</summary>
    public int Scanned { get; private set; }

    /// <summary>True if it stopped behind a line end.</summary>
    public bool AtLineEnd { get; private set; }

    /// <summary>The bytes looked at are no longer in the window.</summary>
    public void Forget() => Scanned = 0;

    /// <summary>Looks on; the length of the value once its end is seen, else -1.</summary>
    public int Find(ReadOnlySpan<byte> bytes)
    {
        AtLineEnd = false;
        while (Scanned < bytes.Length && !AtLineEnd)
        {
            if (_inString)
            {
                ScanString(bytes);
            }
            else if (ScanStructure(bytes))
            {
                return Scanned;
            }
        }

        return -1;
    }

    /// <summary>Whether valid JSON may have an object after the line end where it stopped.</summary>
    /// <param name="before">The record's bytes up to there.</param>
    /// <param name="commaBetween">Whether a comma stands between the line end and the object.</param>
    public readonly bool MayHoldObject(ReadOnlySpan<byte> before, bool commaBetween)
    {
        if (_inString)
        {
            return false;
        }

        var inArray = _depth is <= 0 or > 64 || ((_arrays >> (int)(_depth - 1)) & 1) == 1;
        if (commaBetween)
        {
            return inArray;
        }

        var text = before.TrimEnd(" \t\r\n"u8);
        return text.Length == 0 || text[^1] == (byte)':' || (inArray && text[^1] is (byte)',' or (byte)'[');
    }

    private bool ScanStructure(ReadOnlySpan<byte> bytes)
    {
        var next = bytes[Scanned..].IndexOfAny(Structure);
        if (next < 0)
        {
            Scanned = bytes.Length;
            return false;
        }

        Scanned += next + 1;
        switch (bytes[Scanned - 1])
        {
            case (byte)'"':
                _inString = true;
                return false;
            case (byte)'{':
                Open(0);
                return false;
            case (byte)'[':
                Open(1);
                return false;
            case (byte)'\n':
                AtLineEnd = true;
                return false;
            default:
                return --_depth <= 0;
        }
    }

    private void Open(ulong array)
    {
        if (_depth < 64)
        {
            _arrays = (_arrays & ~(1ul << (int)_depth)) | (array << (int)_depth);
        }

        _depth++;
    }

    private void ScanString(ReadOnlySpan<byte> bytes)
    {
        if (_escaped)
        {
            _escaped = false;
            Scanned++;
            return;
        }

        var next = bytes[Scanned..].IndexOfAny(StringEnds);
        if (next < 0)
        {
            Scanned = bytes.Length;
            return;
        }

        Scanned += next + 1;
        switch (bytes[Scanned - 1])
        {
            case (byte)'"':
                _inString = false;
                break;
            case (byte)'\\':
                _escaped = true;
                break;
            default:
                AtLineEnd = true;
                break;
        }
    }
}
