using System.Globalization;
using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>The units ages come in.</summary>
public enum AgeUnit
{
    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Years.</summary>
    Year,
}

/// <summary>A length of life or of time with its unit: <c>6 Months</c>, <c>18 Years</c> (the registry's
/// <c>NormalizedTime</c>).</summary>
/// <remarks>
/// Equal when the text is equal, so <c>12 Months</c> is not <c>1 Year</c>; ordering compares lengths
/// (<see cref="TotalMinutes"/>), then text. Text of another form is kept, is not <see cref="IsAge"/>, and comes last.
/// The default value is such a text, empty. Immutable.
/// </remarks>
[JsonConverter(typeof(AgeConverter))]
public readonly record struct Age : IComparable<Age>
{
    // A year is 365.25 days and a month a twelfth of it, so that 12 months equal 1 year and 52 weeks fall short of it.
    private static readonly long[] MinutesPerUnit = [1, 60, 1440, 10_080, 43_830, 525_960];

    private readonly string? _text;

    private Age(string text, int number, AgeUnit unit) => (_text, Number, Unit, IsAge) = (text, number, unit, true);

    private Age(string text) => _text = text;

    /// <summary>Whether the text was a number and a unit.</summary>
    public bool IsAge { get; }

    /// <summary>The number before the unit; 0 when the text was no age.</summary>
    public int Number { get; }

    /// <summary>The unit; meaningless when the text was no age.</summary>
    public AgeUnit Unit { get; }

    /// <summary>The length in minutes, a year being 365.25 days.</summary>
    public long TotalMinutes => Number * MinutesPerUnit[(int)Unit];

    /// <summary>The length in years, a year being 365.25 days.</summary>
    public double TotalYears => TotalMinutes / (double)MinutesPerUnit[(int)AgeUnit.Year];

    /// <summary>Reads a number, a space and a unit in either number: <c>1 Month</c>, <c>6 Months</c>.</summary>
    public static ParseResult<Age> Parse(ReadOnlySpan<char> text)
    {
        var space = text.IndexOf(' ');
        if (space > 0
            && int.TryParse(text[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && !text.Contains('\0') // .NET takes "1\0" for 1.
            && TryUnit(text[(space + 1)..], out var unit))
        {
            return ParseResult<Age>.Of(new Age(text.ToString(), number, unit));
        }

        return ParseResult<Age>.Fail("not an age such as '18 Years' or '6 Months'");
    }

    /// <summary>Takes whatever a record holds; text of another form is kept as text.</summary>
    public static Age FromRecord(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text).TryGet(out var age) ? age : new Age(text);
    }

    /// <inheritdoc/>
    public int CompareTo(Age other)
    {
        if (IsAge != other.IsAge)
        {
            return IsAge ? -1 : 1;
        }

        var length = TotalMinutes.CompareTo(other.TotalMinutes);
        return length != 0 ? length : string.CompareOrdinal(ToString(), other.ToString());
    }

    /// <summary>The text as the record had it.</summary>
    public override string ToString() => _text ?? "";

    /// <summary>Whether the left age is lower.</summary>
    public static bool operator <(Age left, Age right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left age is higher.</summary>
    public static bool operator >(Age left, Age right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left age is not higher.</summary>
    public static bool operator <=(Age left, Age right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left age is not lower.</summary>
    public static bool operator >=(Age left, Age right) => left.CompareTo(right) >= 0;

    private static bool TryUnit(ReadOnlySpan<char> text, out AgeUnit unit)
    {
        var singular = text.EndsWith("s", StringComparison.Ordinal) ? text[..^1] : text;
        for (unit = AgeUnit.Minute; unit <= AgeUnit.Year; unit++)
        {
            if (singular.Equals(Name(unit), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Name(AgeUnit unit) => unit switch
    {
        AgeUnit.Minute => "Minute",
        AgeUnit.Hour => "Hour",
        AgeUnit.Day => "Day",
        AgeUnit.Week => "Week",
        AgeUnit.Month => "Month",
        _ => "Year",
    };
}
