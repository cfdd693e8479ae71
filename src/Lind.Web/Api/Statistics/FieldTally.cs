using System.Globalization;
using System.Text;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Web.Api.Statistics;

/// <summary>What one leaf field holds over all studies.</summary>
internal sealed class FieldTally(StudyField field)
{
    private readonly SortedSet<string> _formats = new(StringComparer.Ordinal);
    private int _lastStudy;
    private double _sum;
    private long _numbers;

    public StudyField Field { get; } = field;

    /// <summary>Studies that have a value.</summary>
    public int Present { get; private set; }

    public ValueTally Values { get; } = new();

    public int LongestLength { get; private set; } = -1;

    public string LongestText { get; private set; } = "";

    public string LongestStudy { get; private set; } = "";

    public double? Least { get; private set; }

    public double? Most { get; private set; }

    public double? Mean => _numbers == 0 ? null : _sum / _numbers;

    public string? First { get; private set; }

    public string? Last { get; private set; }

    public IReadOnlyCollection<string> Formats => _formats;

    public int True { get; private set; }

    public int False { get; private set; }

    /// <summary>The registry's word for how the field is counted; null for a kind that it does not count.</summary>
    public static string? TypeOf(StudyField field) => field.Kind switch
    {
        FieldKind.Enum => "ENUM",
        FieldKind.Text or FieldKind.Markup or FieldKind.Time => "STRING",
        FieldKind.Date or FieldKind.DateTime => "DATE",
        FieldKind.Integer => "INTEGER",
        FieldKind.Number => "NUMBER",
        FieldKind.Boolean => "BOOLEAN",
        _ => null,
    };

    public void Add(in StudyValue value, int study, string nctId)
    {
        if (_lastStudy != study)
        {
            _lastStudy = study;
            Present++;
            CountTruth(value);
        }

        switch (TypeOf(Field))
        {
            case "ENUM":
                Values.Add(value.Utf8, study);
                break;
            case "STRING":
                Values.Add(value.Utf8, study);
                KeepLongest(value.Utf8, nctId);
                break;
            case "DATE":
                AddDate(value.Utf8);
                break;
            case "INTEGER" or "NUMBER":
                AddNumber(value.Number);
                break;
        }
    }

    private void CountTruth(in StudyValue value)
    {
        if (Field.Kind == FieldKind.Boolean)
        {
            _ = value.IsTrue ? True++ : False++;
        }
    }

    private void KeepLongest(ReadOnlySpan<byte> text, string nctId)
    {
        // Bytes bound characters: a shorter byte length cannot be the longer text.
        if (text.Length <= LongestLength)
        {
            return;
        }

        var length = Encoding.UTF8.GetCharCount(text);
        if (length > LongestLength)
        {
            (LongestLength, LongestText, LongestStudy) = (length, Encoding.UTF8.GetString(text), nctId);
        }
    }

    private void AddNumber(double number)
    {
        _sum += number;
        _numbers++;
        Least = Math.Min(Least ?? number, number);
        Most = Math.Max(Most ?? number, number);
    }

    private void AddDate(ReadOnlySpan<byte> utf8)
    {
        var format = utf8.Length switch
        {
            4 => "yyyy",
            7 => "yyyy-MM",
            10 => "yyyy-MM-dd",
            16 => "yyyy-MM-dd'T'HH:mm",
            _ => null,
        };
        if (format is null || !DateOnly.TryParse(
            Encoding.UTF8.GetString(utf8) + (utf8.Length == 4 ? "-01-01" : ""), CultureInfo.InvariantCulture, out _)
            && utf8.Length != 16)
        {
            return;
        }

        var date = Encoding.UTF8.GetString(utf8);
        _formats.Add(format);
        First = First is null || string.CompareOrdinal(date, First) < 0 ? date : First;
        Last = Last is null || string.CompareOrdinal(date, Last) > 0 ? date : Last;
    }
}
