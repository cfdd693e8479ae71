using System.Globalization;
using System.Text.Json.Serialization;
using Lind.Studies.Json;

namespace Lind.Studies;

/// <summary>A moment to the minute, such as <c>2024-05-01T13:37</c>, without a time zone.</summary>
/// <param name="Text">The text as the record had it; null for the default value, which no record holds.</param>
/// <remarks>Equal when the text is. Immutable.</remarks>
[JsonConverter(typeof(DateTimeMinutesConverter))]
public readonly record struct DateTimeMinutes(string Text)
{
    /// <summary>The moment; null when the text is none.</summary>
    public DateTime? Value => DateTime.TryParseExact(Text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture,
        DateTimeStyles.None, out var value) ? value : null;

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}
