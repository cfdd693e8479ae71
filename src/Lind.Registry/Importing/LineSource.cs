using Lind.Store;

namespace Lind.Registry.Importing;

/// <summary>Cuts a stream into lines, one record each. Blank lines are none. A damaged line ends at its end.</summary>
internal sealed class LineSource(string source, InputWindow window, ImportLimits limits)
{
    private long _line;

    public IEnumerable<SourceRecord> Read()
    {
        while (true)
        {
            var end = FindEnd();
            var length = end < 0 ? window.Bytes.Length : end;
            if (length > limits.MaxRecordBytes)
            {
                yield return SkipTooLong();
                continue;
            }

            if (end < 0 && length == 0)
            {
                yield break;
            }

            _line++;
            var line = window.Bytes[..length].Trim(" \t\r\n"u8).ToArray();
            window.Use(end < 0 ? length : length + 1);
            if (line.Length > 0)
            {
                yield return SourceRecord.Of(source, SourcePosition.Line(_line), StudyForm.V2, line);
            }
        }
    }

    // -1: no line end in what is left, or not within the limit.
    private int FindEnd()
    {
        var scanned = 0;
        while (true)
        {
            var end = window.Bytes[scanned..].IndexOf((byte)'\n');
            if (end >= 0)
            {
                return scanned + end;
            }

            scanned = window.Bytes.Length;
            if (scanned > limits.MaxRecordBytes || !window.Fill())
            {
                return -1;
            }
        }
    }

    private SourceRecord SkipTooLong()
    {
        _line++;
        var head = window.Bytes[..RejectedRecord.MaxRawBytes].ToArray();
        long length = 0;
        int end;
        while ((end = window.Bytes.IndexOf((byte)'\n')) < 0)
        {
            length += window.Bytes.Length;
            if (length > limits.MaxSkippedBytes)
            {
                throw new InvalidDataException("A line without an end: the rest of the file is given up.");
            }

            window.Use(window.Bytes.Length);
            if (!window.Fill())
            {
                end = -1;
                break;
            }
        }

        length += end + 1;
        window.Use(end + 1);
        return SourceRecord.Broken(
            source, SourcePosition.Line(_line), $"Longer than {limits.MaxRecordBytes:N0} bytes.", head, length);
    }
}
