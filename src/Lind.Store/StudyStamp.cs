using System.Globalization;
using System.Text;

namespace Lind.Store;

/// <summary>The registry's download stamp inside a record: ten bytes such as <c>2026-02-18</c>, the value of
/// <c>derivedSection.miscInfoModule.versionHolder</c>.</summary>
/// <remarks>
/// Every download of the registry stamps every record anew. The store keeps the text of an unchanged study once and
/// beside it the newest stamp, and writes the stamp back in when the record is read: what comes out is what came in
/// last, and a daily download of 600,000 unchanged studies does not double the store.
/// </remarks>
public static class StudyStamp
{
    /// <summary>Bytes of a stamp.</summary>
    public const int Length = 10;

    private const string Format = "yyyy-MM-dd";

    /// <summary>The stamp these bytes hold; null if they hold no full date.</summary>
    public static DateOnly? Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length != Length)
        {
            return null;
        }

        Span<char> chars = stackalloc char[Length];
        return Encoding.ASCII.TryGetChars(text, chars, out _)
            && DateOnly.TryParseExact(chars, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : null;
    }

    /// <summary>Writes the stamp over the one in the record.</summary>
    public static void Write(Span<byte> json, int stampOffset, DateOnly stamp)
    {
        Span<char> chars = stackalloc char[Length];
        stamp.TryFormat(chars, out _, Format, CultureInfo.InvariantCulture);
        Encoding.ASCII.GetBytes(chars, json.Slice(stampOffset, Length));
    }
}
