using System.Text;
using Lind.Index.Segments;
using Lind.Search.Analysis;
using Lind.Studies.Fields;

namespace Lind.Search.Mapping;

/// <summary>Writes texts as tokens.</summary>
internal sealed class TextWriter(DocumentBuilder builder)
{
    private const int LongestCompound = 48;

    private readonly byte[] _term = new byte[256];

    /// <summary>Writes one value of a text field; an enum's code as its classic label.</summary>
    public void Write(int textField, StudyField field, ReadOnlySpan<byte> utf8)
    {
        if (field.Kind == FieldKind.Enum && EnumLabels.Of(field, utf8) is { } label)
        {
            utf8 = label;
        }

        builder.BeginValue(textField);
        var reader = new WordReader(utf8);
        var previousStart = -1;
        var any = false;
        while (reader.Next())
        {
            any |= Token(reader.Word);
            if (any && reader.AfterHyphen && reader.End - previousStart <= LongestCompound)
            {
                Compound(utf8[previousStart..reader.End]);
            }

            previousStart = reader.Start;
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
