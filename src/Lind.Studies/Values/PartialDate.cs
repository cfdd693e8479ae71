using System.Globalization;
using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>How much of a date is known.</summary>
public enum DatePrecision
{
    /// <summary>The text is not a date.</summary>
    None,

    /// <summary>The year.</summary>
    Year,

    /// <summary>The month.</summary>
    Month,

    /// <summary>The day.</summary>
    Day,
}

/// <summary>A registry date as submitted: a year, a year and month, or a full day.</summary>
/// <remarks>
/// Equal only when precision and fields are equal: <c>2019-03</c> is not <c>2019-03-01</c>. Ordering compares the
/// first day of the range, then puts the coarser date first; text that is no date comes last, by its characters.
/// The default value is not a date and its text is empty. Immutable.
/// </remarks>
[JsonConverter(typeof(PartialDateConverter))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    // Invariant: _other is null when _year is set; _day is 0 unless _month is set; _month is 0 unless _year is set.
    private readonly short _year;
    private readonly byte _month;
    private readonly byte _day;
    private readonly string? _other;

    private PartialDate(int year, int month, int day)
    {
        _year = (short)year;
        _month = (byte)month;
        _day = (byte)day;
    }

    private PartialDate(string other) => _other = other;

    /// <summary>How much of the date is known.</summary>
    public DatePrecision Precision => _year == 0 ? DatePrecision.None
        : _month == 0 ? DatePrecision.Year
        : _day == 0 ? DatePrecision.Month
        : DatePrecision.Day;

    /// <summary>Whether the text was a date.</summary>
    public bool IsDate => _year != 0;

    /// <summary>The year; 0 when the text was not a date.</summary>
    public int Year => _year;

    /// <summary>The month from 1; 0 when not known.</summary>
    public int Month => _month;

    /// <summary>The day of the month from 1; 0 when not known.</summary>
    public int Day => _day;

    /// <summary>The first and last day the date can mean.</summary>
    /// <exception cref="InvalidOperationException">The text was not a date.</exception>
    public (DateOnly First, DateOnly Last) Range => Precision switch
    {
        DatePrecision.Year => (new(_year, 1, 1), new(_year, 12, 31)),
        DatePrecision.Month => (new(_year, _month, 1), new(_year, _month, DateTime.DaysInMonth(_year, _month))),
        DatePrecision.Day => (new(_year, _month, _day), new(_year, _month, _day)),
        _ => throw new InvalidOperationException($"Not a date: '{_other}'"),
    };

    /// <summary>A full day.</summary>
    public static PartialDate FromDate(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>, as the registry writes dates.</summary>
    public static ParseResult<PartialDate> Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is 4 or 7 or 10
            && Number(text[..4], out var year) && year > 0
            && Part(text, 4, out var month)
            && Part(text, 7, out var day)
            && month <= 12
            && (text.Length < 7 || month > 0)
            && (text.Length < 10 || (day > 0 && day <= DateTime.DaysInMonth(year, month))))
        {
            return ParseResult<PartialDate>.Of(new PartialDate(year, month, day));
        }

        return ParseResult<PartialDate>.Fail("not a date of the form yyyy, yyyy-MM or yyyy-MM-dd");
    }

    /// <summary>Takes whatever a record holds; text that is not a date is kept as text.</summary>
    public static PartialDate FromRecord(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text).TryGet(out var date) ? date : new PartialDate(text);
    }

    /// <inheritdoc/>
    public int CompareTo(PartialDate other)
    {
        if (!IsDate || !other.IsDate)
        {
            return IsDate ? -1 : other.IsDate ? 1 : string.CompareOrdinal(ToString(), other.ToString());
        }

        var first = Range.First.CompareTo(other.Range.First);
        return first != 0 ? first : Precision.CompareTo(other.Precision);
    }

    /// <summary>The text as the record had it.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Year => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}"),
        DatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}"),
        DatePrecision.Day => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}"),
        _ => _other ?? "",
    };

    /// <summary>Whether the left date comes first.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left date comes last.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left date does not come last.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left date does not come first.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    // A part is absent (0) when the text ends before it; present, it is a dash and two digits.
    private static bool Part(ReadOnlySpan<char> text, int start, out int value)
    {
        value = 0;
        return text.Length <= start || (text[start] == '-' && Number(text.Slice(start + 1, 2), out value));
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value)
        && !digits.Contains('\0'); // .NET takes "1\0" for 1.
}
