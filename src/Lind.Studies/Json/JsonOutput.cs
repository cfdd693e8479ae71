using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lind.Studies.Json;

/// <summary>JSON being put together from pieces, whose end can be taken back.</summary>
internal ref struct JsonOutput
{
    private byte[] _bytes;
    private int _length;

    public JsonOutput(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 256));

    public readonly int Length => _length;

    public readonly ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Write(byte one)
    {
        Reserve(1);
        _bytes[_length++] = one;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Writes a text with quotes and escapes.</summary>
    public void WriteText(string text)
    {
        var encoded = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        Write((byte)'"');
        Write(encoded.EncodedUtf8Bytes);
        Write((byte)'"');
    }

    /// <summary>Takes back everything after the given length.</summary>
    public void Cut(int length) => _length = length;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - _length < more)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + more));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
