using System.Globalization;

namespace Lind.Studies;

/// <summary>The registry's number of a study, such as <c>NCT04325594</c>.</summary>
/// <remarks>
/// Ordered by number. The number lies between 1 and 99,999,999; the default value is not a valid id and writes as
/// <c>NCT00000000</c>. Immutable.
/// </remarks>
public readonly record struct NctId : IComparable<NctId>, ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>How many characters an id has.</summary>
    public const int Length = 11;

    private const int Digits = 8;

    private NctId(int number) => Number = number;

    /// <summary>The digits as a number.</summary>
    public int Number { get; }

    /// <summary>Whether this is not the default value.</summary>
    public bool IsValid => Number > 0;

    /// <summary>The id with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not between 1 and 99,999,999.</exception>
    public static NctId FromNumber(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 99_999_999);
        return new NctId(number);
    }

    /// <summary>Reads a record's own id: exactly <c>NCT</c> and eight digits, not all zero.</summary>
    public static ParseResult<NctId> Parse(ReadOnlySpan<char> text) =>
        text.Length == Length && text.StartsWith("NCT", StringComparison.Ordinal) && TryNumber(text[3..], out var number)
            ? ParseResult<NctId>.Of(new NctId(number))
            : ParseResult<NctId>.Fail($"not an NCT number: '{Shown(text)}'");

    /// <summary>Reads a record's own id from UTF-8, as <see cref="Parse"/> does.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out NctId id)
    {
        Span<char> text = stackalloc char[Length];
        id = default;
        if (utf8.Length != Length)
        {
            return false;
        }

        for (var i = 0; i < Length; i++)
        {
            text[i] = (char)utf8[i];
        }

        return Parse(text).TryGet(out id);
    }

    /// <summary>Reads an id as requests give it, by the registry's pattern
    /// <c>^[Nn][Cc][Tt]0*[1-9]\d{0,7}$</c>: any case, any number of leading zeros.</summary>
    public static ParseResult<NctId> ParseRequest(ReadOnlySpan<char> text)
    {
        if (text.Length > 3 && text[..3].Equals("NCT", StringComparison.OrdinalIgnoreCase))
        {
            var digits = text[3..].TrimStart('0');
            if (digits.Length is > 0 and <= Digits && TryNumber(digits, out var number))
            {
                return ParseResult<NctId>.Of(new NctId(number));
            }
        }

        return ParseResult<NctId>.Fail($"not an NCT number: '{Shown(text)}'");
    }

    /// <inheritdoc/>
    public int CompareTo(NctId other) => Number.CompareTo(other.Number);

    /// <summary>The id as records write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"NCT{Number:D8}");

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format,
        IFormatProvider? provider) =>
        destination.TryWrite(CultureInfo.InvariantCulture, $"NCT{Number:D8}", out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format,
        IFormatProvider? provider) =>
        System.Text.Unicode.Utf8.TryWrite(utf8Destination, CultureInfo.InvariantCulture, $"NCT{Number:D8}",
            out bytesWritten);

    /// <summary>Whether the left id has the lower number.</summary>
    public static bool operator <(NctId left, NctId right) => left.Number < right.Number;

    /// <summary>Whether the left id has the higher number.</summary>
    public static bool operator >(NctId left, NctId right) => left.Number > right.Number;

    /// <summary>Whether the left id does not have the higher number.</summary>
    public static bool operator <=(NctId left, NctId right) => left.Number <= right.Number;

    /// <summary>Whether the left id does not have the lower number.</summary>
    public static bool operator >=(NctId left, NctId right) => left.Number >= right.Number;

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0
        && !digits.Contains('\0'); // .NET takes "1\0" for 1.

    private static string Shown(ReadOnlySpan<char> text) => text.Length > 40 ? $"{text[..40]}…" : text.ToString();
}
