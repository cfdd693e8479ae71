using System.Buffers;

namespace Lind.Generator;

/// <summary>Writes the parts of a template with the small changes that make a new study of it.</summary>
/// <remarks>
/// Works on JSON text as it stands: only whole words of plain lower-case letters and digits are changed, and units
/// are cut so that no escape is split; the result is valid JSON whenever the donor was. Rates chosen on the shared
/// sample so that records deflate like real ones (a quarter of their size) and the vocabulary keeps growing.
/// </remarks>
internal sealed class TextMixer(Corpus corpus, ArrayBufferWriter<byte> target)
{
    private const double ForeignUnit = 0.25;
    private const double ChangedWord = 0.05;
    private const double ChangedTitleWord = 0.12;
    private const double CoinedShare = 0.04;

    /// <summary>What one study keeps the same throughout: branch of its prose, move of its dates, its city.</summary>
    public readonly record struct Setting(string Branch, int Days, byte[] City);

    public void Write(Template template, in Setting setting, ref Rng rng)
    {
        foreach (var part in template.Parts)
        {
            switch (part.Kind)
            {
                case PartKind.Raw: Write(part.Bytes.Span); break;
                case PartKind.Date: WriteDate(part.Bytes.Span, setting.Days); break;
                case PartKind.Digits: WriteDigits(part.Bytes.Span, ref rng); break;
                case PartKind.Title: WriteWords(part.Bytes.Span, ChangedTitleWord, ref rng); break;
                case PartKind.Organization: WriteOrganization(part.Bytes.Span, setting.City); break;
                default: WriteUnits(part, setting.Branch, ref rng); break;
            }
        }
    }

    public void Write(ReadOnlySpan<byte> bytes) => target.Write(bytes);

    public static bool IsPlainWord(ReadOnlySpan<byte> word) =>
        word.Length >= 3 && !word.ContainsAnyExceptInRange((byte)'a', (byte)'z');

    private void WriteUnits(Part part, string branch, ref Rng rng)
    {
        var others = corpus.UnitsOf(part.Kind, branch);
        for (var i = 0; i < part.Units.Length; i++)
        {
            var unit = part.Units[i].Span;
            if (i < part.Units.Length - 1 && others.Length > 0 && Corpus.IsMovable(part.Kind, unit)
                && rng.Chance(ForeignUnit))
            {
                unit = others[rng.Below(others.Length)].Span;
            }

            WriteWords(unit, ChangedWord, ref rng);
        }
    }

    private void WriteWords(ReadOnlySpan<byte> text, double rate, ref Rng rng)
    {
        var skip = rng.Gap(rate);
        while (text.Length > 0)
        {
            var at = text.IndexOf((byte)' ');
            var word = at < 0 ? text : text[..at];
            if (skip-- > 0)
            {
                target.Write(word);
            }
            else
            {
                WriteChanged(word, ref rng);
                skip = rng.Gap(rate);
            }

            if (at < 0)
            {
                return;
            }

            target.Write(" "u8);
            text = text[(at + 1)..];
        }
    }

    private void WriteChanged(ReadOnlySpan<byte> word, ref Rng rng)
    {
        if (IsPlainWord(word))
        {
            if (rng.Chance(CoinedShare))
            {
                // A word nobody used before: the head of one long word, the tail of another.
                var head = corpus.LongWords[rng.Below(corpus.LongWords.Length)].Span;
                var tail = corpus.LongWords[rng.Below(corpus.LongWords.Length)].Span;
                target.Write(head[..rng.Between(3, 6)]);
                target.Write(tail[^rng.Between(3, 6)..]);
            }
            else
            {
                target.Write(corpus.Words[rng.Below(corpus.Words.Length)].Span);
            }
        }
        else if (word.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            target.Write(word);
        }
        else
        {
            WriteDigits(word, ref rng);
        }
    }

    /// <summary>Draws every digit anew, the first of each number kept so that sizes stay as they were.</summary>
    public void WriteDigits(ReadOnlySpan<byte> text, ref Rng rng)
    {
        if (text.Contains((byte)'\\'))
        {
            // An escape may hold digits of its own.
            target.Write(text);
            return;
        }

        var span = target.GetSpan(text.Length);
        var inNumber = false;
        for (var i = 0; i < text.Length; i++)
        {
            var isDigit = text[i] is >= (byte)'0' and <= (byte)'9';
            span[i] = isDigit && inNumber ? (byte)('0' + rng.Below(10)) : text[i];
            inNumber = isDigit;
        }

        target.Advance(text.Length);
    }

    private void WriteDate(ReadOnlySpan<byte> date, int days)
    {
        var year = Number(date[..4]);
        var month = Number(date[5..7]);
        var day = date.Length == 10 ? Number(date[8..]) : 15;
        if (year is < 1950 or > 2090 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            target.Write(date);
            return;
        }

        var moved = new DateOnly(year, month, day).AddDays(days);
        var span = target.GetSpan(10);
        Put(span, moved.Year, 4);
        span[4] = (byte)'-';
        Put(span[5..], moved.Month, 2);
        span[7] = (byte)'-';
        Put(span[8..], moved.Day, 2);
        target.Advance(date.Length);
    }

    /// <summary>With a city: the name's first word gives way to it ("Ghent Hospital" to "Lyon Hospital").</summary>
    private void WriteOrganization(ReadOnlySpan<byte> name, byte[] city)
    {
        var at = name.IndexOf((byte)' ');
        if (city.Length == 0 || at < 0)
        {
            target.Write(name);
            return;
        }

        target.Write(city);
        target.Write(name[at..]);
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }

        return value;
    }

    private static void Put(Span<byte> target, int value, int width)
    {
        for (var i = width - 1; i >= 0; i--)
        {
            target[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
