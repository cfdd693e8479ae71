using System.Text;
using Lind.Index.Encoding;
using Lind.Index.Segments;
using Lind.Search.Analysis;
using Lind.Studies.Fields;

namespace Lind.Search.Mapping;

/// <summary>Writes texts as tokens.</summary>
internal sealed class TextWriter(DocumentBuilder builder)
{
    private const int LongestCompound = 48;

    private readonly byte[] _term = new byte[256];
    private readonly TextWord[] _words = new TextWord[128];

    /// <summary>Writes one value of a text field; an enum's code as its classic label.</summary>
    public void Write(int textField, StudyField field, ReadOnlySpan<byte> utf8)
    {
        if (field.Kind == FieldKind.Enum && EnumLabels.Of(field, utf8) is { } label)
        {
            utf8 = label;
        }

        builder.BeginValue(textField);
        var reader = new WordReader(utf8);
        var (previous, previousEnd, any) = (-1, 0, false);
        for (var count = reader.Read(_words); count > 0; count = reader.Read(_words))
        {
            var words = _words.AsSpan(0, count);
            builder.FindTokens(utf8, words);
            foreach (ref readonly var word in words)
            {
                any |= Add(utf8, word);
                if (any && previousEnd > 0 && word.End - previous <= LongestCompound
                    && WordReader.IsHyphen(utf8[previousEnd..word.Start]))
                {
                    Compound(utf8[previous..word.End]);
                }

                (previous, previousEnd) = (word.Start, word.End);
            }
        }

        if (!any && utf8.Length > 0)
        {
            // A value without words still counts as present.
            builder.Token(NoWord, NoWord, step: 1);
        }

        builder.EndValue();
    }

    /// <summary>The term of a value that has no words.</summary>
    public static ReadOnlySpan<byte> NoWord => "\u0001"u8;

    private bool Add(ReadOnlySpan<byte> utf8, in TextWord word)
    {
        if (word.Token < 0)
        {
            return Token(utf8[word.Start..word.End]); // perhaps known by now: it stands in these words twice
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
}
