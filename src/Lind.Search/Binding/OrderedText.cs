using System.Globalization;
using Lind.Search.Mapping;
using Lind.Studies;
using Lind.Studies.Fields;

namespace Lind.Search.Binding;

/// <summary>Reads dates, ages and whole numbers as queries write them.</summary>
internal static class OrderedText
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ];

    /// <summary>The column values that equal the text: for a date all that lie wholly within it, so that a date known
    /// to the month lies within its year but not within one of its days.</summary>
    public static (long Low, long High)? Equal(StudyField field, string text)
    {
        if (field.Kind is not (FieldKind.Date or FieldKind.DateTime))
        {
            return Bounds(field, text);
        }

        return Date(text) is { } date
            ? (FieldValues.OfDate(date), LastValue(date))
            : null;
    }

    /// <summary>The lowest and highest column value of what the text names, as bounds of a RANGE: a date counts by the
    /// first day it can mean.</summary>
    public static (long Low, long High)? Bounds(StudyField field, string text)
    {
        switch (field.Kind)
        {
            case FieldKind.Date or FieldKind.DateTime:
                return Date(text) is { } date
                    ? (date.Range.First.DayNumber * 4L, (date.Range.Last.DayNumber * 4L) + 3)
                    : null;
            case FieldKind.Time:
                return FieldValues.TryAge(text, out var minutes) ? (minutes, minutes)
                    : FieldValues.TryAge(text + " Years", out minutes) ? (minutes, minutes)
                    : null;
            default:
                return Essie.EssieParameters.TryNumber(text.Replace(",", "", StringComparison.Ordinal), out var number)
                    && Math.Abs(number) < 1e15
                    ? ((long)Math.Ceiling(number), (long)Math.Floor(number))
                    : null;
        }
    }

    /// <summary>What is wrong with a text that is none.</summary>
    public static string Invalid(StudyField field, string text) => field.Kind switch
    {
        FieldKind.Date or FieldKind.DateTime => $"Invalid date: '{text}'",
        FieldKind.Time => $"Invalid age: '{text}'",
        _ => $"Invalid number: '{text}'",
    };

    /// <summary>Reads ISO dates of any precision, US dates (<c>03/10/2015</c>, <c>03/2015</c>) and month names
    /// (<c>March 2015</c>, <c>March 10, 2015</c>).</summary>
    public static PartialDate? Date(string text)
    {
        text = text.Trim();
        return PartialDate.Parse(text).TryGet(out var date) ? date
            : UsDate(text) ?? NamedDate(text);
    }

    private static long LastValue(PartialDate date) => (date.Range.Last.DayNumber * 4L) + 3;

    private static PartialDate? UsDate(string text)
    {
        var parts = text.Split('/');
        return parts.Length switch
        {
            2 => Of(parts[1], parts[0], null),
            3 => Of(parts[2], parts[0], parts[1]),
            _ => null,
        };
    }

    private static PartialDate? NamedDate(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is not (2 or 3) || words[0].Length < 3)
        {
            return null;
        }

        var month = Array.FindIndex(Months, name => name.StartsWith(words[0], StringComparison.Ordinal)) + 1;
        return month == 0 ? null
            : Of(words[^1], month.ToString(CultureInfo.InvariantCulture), words.Length == 3 ? words[1] : null);
    }

    private static PartialDate? Of(string year, string month, string? day)
    {
        var iso = $"{year}-{month.PadLeft(2, '0')}" + (day is null ? "" : $"-{day.PadLeft(2, '0')}");
        return PartialDate.Parse(iso).TryGet(out var date) ? date : null;
    }
}
