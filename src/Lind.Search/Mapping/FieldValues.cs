using System.Buffers.Text;
using System.Text;
using Lind.Studies;
using Lind.Studies.Fields;

namespace Lind.Search.Mapping;

/// <summary>How ordered values stand in integer columns.</summary>
/// <remarks>A date is its first day's number times four plus its precision (0 year, 1 month, 2 day): dates sort by
/// their first day, the coarser first, and "lies within this month" is one range of numbers. An age is its length in
/// minutes, a month being a twelfth of 365.25 days.</remarks>
internal static class FieldValues
{
    private const int LongestDate = 40;

    /// <summary>The column value of a date; false when the text is none.</summary>
    public static bool TryDate(ReadOnlySpan<byte> utf8, out long value)
    {
        Span<char> text = stackalloc char[LongestDate];
        value = 0;
        if (utf8.Length is 0 or > LongestDate || !Encoding.UTF8.TryGetChars(utf8, text, out var length))
        {
            return false;
        }

        ReadOnlySpan<char> date = text[..length];
        var time = date.IndexOf('T');
        return TryDate(time < 0 ? date : date[..time], out value);
    }

    /// <summary>The column value of a date; false when the text is none.</summary>
    public static bool TryDate(ReadOnlySpan<char> text, out long value)
    {
        if (!PartialDate.Parse(text).TryGet(out var date))
        {
            value = 0;
            return false;
        }

        value = OfDate(date);
        return true;
    }

    /// <summary>The column value of a date.</summary>
    public static long OfDate(PartialDate date) =>
        (date.Range.First.DayNumber * 4L) + (date.Precision switch
        {
            DatePrecision.Year => 0,
            DatePrecision.Month => 1,
            _ => 2,
        });

    /// <summary>The date text of a column value.</summary>
    public static string DateText(long value)
    {
        var day = DateOnly.FromDayNumber((int)(value / 4));
        var format = (value % 4) switch { 0 => "yyyy", 1 => "yyyy-MM", _ => "yyyy-MM-dd" };
        return day.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The column value of an age; false when the text is none.</summary>
    public static bool TryAge(ReadOnlySpan<char> text, out long minutes)
    {
        var parsed = Age.Parse(text).TryGet(out var age);
        minutes = parsed ? age.TotalMinutes : 0;
        return parsed;
    }

    /// <summary>The column value of a record's date, age or whole number; false when it is none.</summary>
    public static bool TryInteger(StudyField field, ReadOnlySpan<byte> utf8, out long value)
    {
        switch (field.Kind)
        {
            case FieldKind.Date or FieldKind.DateTime:
                return TryDate(utf8, out value);
            case FieldKind.Time:
                Span<char> text = stackalloc char[LongestDate];
                value = 0;
                return utf8.Length <= LongestDate && Encoding.UTF8.TryGetChars(utf8, text, out var length)
                    && TryAge(text[..length], out value);
            default:
                return Utf8Parser.TryParse(utf8, out value, out var consumed) && consumed == utf8.Length;
        }
    }
}
