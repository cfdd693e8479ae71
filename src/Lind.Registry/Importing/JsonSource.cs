using Lind.Store;

namespace Lind.Registry.Importing;

/// <summary>Cuts a stream of JSON into records: a study, an array of studies, a page of the API, one study a line, or
/// several of these after each other. A damaged record does not take the ones after it along.</summary>
internal sealed class JsonSource(string source, InputWindow window, bool namedAsLines, ImportLimits limits)
{
    private long _count;

    /// <summary>The records in order. Requirement: the window stands at the first byte that is not blank.</summary>
    public IEnumerable<SourceRecord> Read() =>
        window.Bytes[0] != (byte)'[' && (namedAsLines || LooksLikeLines())
            ? new LineSource(source, window, limits).Read()
            : ReadDocuments();

    private IEnumerable<SourceRecord> ReadDocuments()
    {
        while (InputBlanks.SkipTo(window, limits.MaxLeadingBlanks))
        {
            if (window.Bytes[0] is not ((byte)'{' or (byte)'['))
            {
                yield return Broken("What follows is neither an object nor a list.");
                yield break;
            }

            var start = window.Bytes[0] == (byte)'[' ? 1 : PageStart.Find(window);
            if (start < 0)
            {
                yield return ReadObject();
                continue;
            }

            var isPage = window.Bytes[0] == (byte)'{';
            window.Use(start);
            foreach (var record in ReadElements())
            {
                yield return record;
            }

            if (isPage && !SkipRestOfPage())
            {
                yield break;
            }
        }
    }

    private IEnumerable<SourceRecord> ReadElements()
    {
        while (InputBlanks.SkipTo(window, limits.MaxLeadingBlanks, commas: true))
        {
            switch (window.Bytes[0])
            {
                case (byte)']':
                    window.Use(1);
                    yield break;
                case (byte)'{':
                    yield return ReadObject();
                    break;
                default:
                    yield return ReadOther();
                    break;
            }
        }

        // A record that was cut off says so itself; a list cut off between two records must say it too.
        if (!_cutOff)
        {
            yield return Broken("The list is cut off: the file ends before its closing bracket.");
        }
    }

    private bool _cutOff;

    private SourceRecord ReadObject()
    {
        _count++;
        var extent = new JsonExtent(0);
        while (true)
        {
            var length = extent.Find(window.Bytes);
            if (length >= 0)
            {
                return Take(length);
            }

            if (extent.AtLineEnd)
            {
                if (NewRecordBehind(ref extent))
                {
                    return TakeBroken(extent.Scanned, "The record is cut off: another one begins before its end.");
                }
            }
            else if (window.Bytes.Length > limits.MaxRecordBytes)
            {
                return SkipTooLong(ref extent);
            }
            else if (!window.Fill())
            {
                _cutOff = true;
                return TakeBroken(window.Bytes.Length, "The record is cut off: the file ends inside it.");
            }
        }
    }

    private bool NewRecordBehind(ref JsonExtent extent)
    {
        // Enough to see past an indentation.
        const int LookAhead = 64;
        while (window.Bytes.Length < extent.Scanned + LookAhead && window.Fill())
        {
            // More is read until there is enough to tell, or no more.
        }

        var behind = window.Bytes[extent.Scanned..].TrimStart(" \t\r\n"u8);
        var comma = behind.Length > 0 && behind[0] == (byte)',';
        behind = behind.TrimStart(" \t\r\n,"u8);
        return behind.Length > 0 && behind[0] == (byte)'{'
            && !extent.MayHoldObject(window.Bytes[..extent.Scanned], comma);
    }

    // A list, a text or a number where a study should be.
    private SourceRecord ReadOther()
    {
        if (window.Bytes[0] == (byte)'[')
        {
            return ReadObject();
        }

        _count++;
        int end;
        while ((end = window.Bytes[1..].IndexOfAny(",]{\n"u8)) < 0)
        {
            if (window.Bytes.Length > limits.MaxRecordBytes || !window.Fill())
            {
                return TakeBroken(window.Bytes.Length, "Not an object.");
            }
        }

        return TakeBroken(end + 1, "Not an object.");
    }

    private SourceRecord SkipTooLong(ref JsonExtent extent)
    {
        var head = window.Bytes[..RejectedRecord.MaxRawBytes].ToArray();
        long length = 0;
        while (length < limits.MaxSkippedBytes)
        {
            length += extent.Scanned;
            window.Use(extent.Scanned);
            extent.Forget();
            if (window.Bytes.IsEmpty && !window.Fill())
            {
                _cutOff = true;
                break;
            }

            var end = extent.Find(window.Bytes);
            if (end >= 0)
            {
                window.Use(end);
                return SourceRecord.Broken(source, SourcePosition.Record(_count), TooLong(), head, length + end);
            }
        }

        return length < limits.MaxSkippedBytes
            ? SourceRecord.Broken(source, SourcePosition.Record(_count), TooLong(), head, length)
            : throw new InvalidDataException("A record without an end: the rest of the file is given up.");
    }

    private bool SkipRestOfPage()
    {
        var extent = new JsonExtent(1);
        while (true)
        {
            var end = extent.Find(window.Bytes);
            window.Use(end >= 0 ? end : extent.Scanned);
            extent.Forget();
            if (end >= 0)
            {
                return true;
            }

            if (window.Bytes.IsEmpty && !window.Fill())
            {
                return false;
            }
        }
    }

    private bool LooksLikeLines()
    {
        if (PageStart.Find(window) >= 0)
        {
            return false;
        }

        int end;
        while ((end = window.Bytes.IndexOf((byte)'\n')) < 0)
        {
            if (window.Bytes.Length > limits.MaxRecordBytes || !window.Fill())
            {
                return false;
            }
        }

        if (window.Bytes.Length == end + 1)
        {
            window.Fill();
        }

        return window.Bytes[(end + 1)..] is [(byte)'{', ..];
    }

    private SourceRecord Take(int length)
    {
        if (length > limits.MaxRecordBytes)
        {
            return TakeBroken(length, TooLong());
        }

        var bytes = window.Bytes[..length].ToArray();
        window.Use(length);
        return SourceRecord.Of(source, SourcePosition.Record(_count), StudyForm.V2, bytes);
    }

    private SourceRecord TakeBroken(int length, string reason)
    {
        var record = SourceRecord.Broken(
            source, SourcePosition.Record(_count), reason, window.Bytes[..length], length);
        window.Use(length);
        return record;
    }

    private SourceRecord Broken(string reason) => SourceRecord.Broken(
        source, SourcePosition.Record(_count + 1), reason, window.Bytes, window.Bytes.Length);

    private string TooLong() => $"Longer than {limits.MaxRecordBytes:N0} bytes.";
}
