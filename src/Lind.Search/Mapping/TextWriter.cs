using Lind.Index.Encoding;
using Lind.Index.Segments;
using Lind.Search.Analysis;
using Lind.Studies.Fields;

namespace Lind.Search.Mapping;

/// <summary>Writes texts as tokens. Takes the texts of a record first, then looks up their words, then writes them: words that are
/// looked up together wait for the memory together, and most texts are short.</summary>
internal sealed class TextWriter(DocumentBuilder builder)
{
    private const int LongestCompound = 48;

    private readonly byte[] _term = new byte[256];
    private readonly List<Text> _texts = [];
    private byte[] _bytes = new byte[1 << 16]; // the texts, one behind the other, and room behind the last
    private TextWord[] _words = new TextWord[1 << 12]; // of the texts, with places in _bytes
    private int _byteCount;
    private int _wordCount;
    private int _next; // text to be written

    /// <summary>Takes one value of a text field; an enum's code as its classic label.</summary>
    public void Add(int textField, StudyField field, ReadOnlySpan<byte> utf8)
    {
        if (field.Kind == FieldKind.Enum && EnumLabels.Of(field, utf8) is { } label)
        {
            utf8 = label;
        }

        var start = _byteCount;
        var firstWord = _wordCount;
        var text = Append(utf8);
        var reader = new WordReader(text);
        while (reader.Read(_words.AsSpan(_wordCount)) is > 0 and var count)
        {
            foreach (ref var word in _words.AsSpan(_wordCount, count))
            {
                (word.Start, word.End) = (word.Start + start, word.End + start);
            }

            _wordCount += count;
            if (_wordCount == _words.Length)
            {
                Array.Resize(ref _words, _wordCount * 2);
            }
        }

        _texts.Add(new Text(textField, start, _byteCount, firstWord, _wordCount));
    }

    /// <summary>Looks up the words of all texts taken, in the table that they will be written to.</summary>
    public void Find(int table) => builder.FindTokens(table, _bytes, _words.AsSpan(0, _wordCount));

    /// <summary>Writes all texts taken into the document or row at hand, which is of the given table, and forgets them.</summary>
    public void WriteAll(int table)
    {
        Find(table);
        while (_next < _texts.Count)
        {
            WriteNext();
        }

        Clear();
    }

    /// <summary>Forgets the texts taken.</summary>
    public void Clear()
    {
        _texts.Clear();
        (_byteCount, _wordCount, _next) = (0, 0, 0);
    }

    /// <summary>Writes the next of the texts taken. Requires: their words were looked up.</summary>
    public void WriteNext()
    {
        var text = _texts[_next++];
        builder.BeginValue(text.Field);
        var (previous, previousEnd, any) = (text.Start, text.Start, false);
        foreach (ref readonly var word in _words.AsSpan(text.FirstWord..text.EndWord))
        {
            any |= AddWord(word);
            if (any && previousEnd > text.Start && word.End - previous <= LongestCompound
                && WordReader.IsHyphen(_bytes.AsSpan(previousEnd..word.Start)))
            {
                Compound(_bytes.AsSpan(previous..word.End));
            }

            (previous, previousEnd) = (word.Start, word.End);
        }

        if (!any && text.End > text.Start)
        {
            // A value without words still counts as present.
            builder.Token(NoWord, NoWord, step: 1);
        }

        builder.EndValue();
    }

    /// <summary>The term of a value that has no words.</summary>
    public static ReadOnlySpan<byte> NoWord => "\u0001"u8;

    /// <summary>Appends a text; the span has zeros behind it, which separate words as its end does, and room for whole windows.</summary>
    private ReadOnlySpan<byte> Append(ReadOnlySpan<byte> utf8)
    {
        var end = _byteCount + utf8.Length;
        if (_bytes.Length - end < WordWindow.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, end + WordWindow.Length));
        }

        utf8.CopyTo(_bytes.AsSpan(_byteCount));
        _bytes.AsSpan(end, WordWindow.Length).Clear();
        var start = _byteCount;
        _byteCount = end;
        return _bytes.AsSpan(start, utf8.Length + WordWindow.Length);
    }

    private bool AddWord(in TextWord word)
    {
        if (word.Token < 0)
        {
            return Token(_bytes.AsSpan(word.Start..word.End)); // perhaps known by now: it stands in these texts twice
        }

        builder.AddKnown(word.Token);
        return true;
    }

    // A word of nothing but marks has no term, and takes no place.
    private bool Token(ReadOnlySpan<byte> word)
    {
        if (builder.KnownToken(word))
        {
            return true;
        }

        var length = TermForm.Of(word, _term);
        if (length > 0)
        {
            builder.Token(_term.AsSpan(0, length), word, remember: true);
        }

        return length > 0;
    }

    // IL-6 stands as "il", "6" and, where the 6 stands, "il6".
    private void Compound(ReadOnlySpan<byte> joined)
    {
        if (!builder.KnownToken(joined, 0))
        {
            Span<byte> letters = stackalloc byte[LongestCompound];
            var length = 0;
            var words = new WordReader(joined);
            while (words.Next())
            {
                words.Word.CopyTo(letters[length..]);
                length += words.Word.Length;
            }

            var termLength = TermForm.Of(letters[..length], _term);
            if (termLength > 0)
            {
                builder.Token(_term.AsSpan(0, termLength), joined, 0, remember: true);
            }
        }
    }

    /// <summary>A text that was taken: its field, and where its bytes and words stand.</summary>
    private readonly record struct Text(int Field, int Start, int End, int FirstWord, int EndWord);
}
