using System.Text;
using Lind.Studies;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Web.Api.Statistics;

/// <summary>What one leaf field holds over all studies.</summary>
internal sealed class FieldTally(StudyField field, TallyRoom room)
{
    private readonly string _type = TypeOf(field)!;
    private readonly SortedSet<string> _formats = new(StringComparer.Ordinal);
    private int _lastStudy;
    private int _lastTrue;
    private int _lastFalse;
    private int _true;
    private int _false;
    private int _longestLength = -1;
    private string _longestText = "";
    private string _longestStudy = "";
    private double _least;
    private double _most;
    private double _sum;
    private long _numbers;
    private byte[]? _first;
    private byte[]? _last;

    public StudyField Field { get; } = field;

    /// <summary>Studies that have a value.</summary>
    public int Present { get; private set; }

    public ValueTally Values { get; } = new(room);

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
        }

        switch (_type)
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
            case "BOOLEAN":
                AddTruth(value.IsTrue, study);
                break;
            default:
                AddNumber(value.Number);
                break;
        }
    }

    /// <summary>What was counted over this many studies.</summary>
    public FieldFigures Figures(int studies) => new(Field, _type, studies - Present)
    {
        Unique = Values.Distinct,
        Top = Values.Top(CorpusStatistics.MostValues),
        Longest = _longestLength < 0 ? null : (_longestText, _longestLength, _longestStudy),
        Dates = _first is null || _last is null ? null : (Encoding.UTF8.GetString(_first), Encoding.UTF8.GetString(_last)),
        Formats = _formats,
        True = _true,
        False = _false,
        Numbers = _numbers == 0 ? null : (_least, _most, _sum / _numbers),
    };

    // Studies with true, studies with false: one can have both.
    private void AddTruth(bool isTrue, int study)
    {
        if (isTrue && _lastTrue != study)
        {
            _lastTrue = study;
            _true++;
        }
        else if (!isTrue && _lastFalse != study)
        {
            _lastFalse = study;
            _false++;
        }
    }

    private void KeepLongest(ReadOnlySpan<byte> text, string nctId)
    {
        // Bytes bound characters: a shorter byte length cannot be the longer text.
        if (text.Length <= _longestLength)
        {
            return;
        }

        var length = Encoding.UTF8.GetCharCount(text);
        if (length > _longestLength)
        {
            (_longestLength, _longestText, _longestStudy) = (length, Encoding.UTF8.GetString(text), nctId);
        }
    }

    private void AddNumber(double number)
    {
        _least = _numbers == 0 ? number : Math.Min(_least, number);
        _most = _numbers == 0 ? number : Math.Max(_most, number);
        _sum += number;
        _numbers++;
    }

    // ISO dates are in order as bytes; only one that moves an end or is of a new precision is looked at closely.
    private void AddDate(ReadOnlySpan<byte> utf8)
    {
        const int WithTime = 16;
        var format = utf8.Length switch
        {
            4 => "yyyy",
            7 => "yyyy-MM",
            10 => "yyyy-MM-dd",
            WithTime => "yyyy-MM-dd'T'HH:mm",
            _ => null,
        };
        if (format is null || !IsDate(utf8.Length == WithTime ? utf8[..10] : utf8))
        {
            return;
        }

        _formats.Add(format);
        if (_first is null || utf8.SequenceCompareTo(_first) < 0)
        {
            _first = utf8.ToArray();
        }

        if (_last is null || utf8.SequenceCompareTo(_last) > 0)
        {
            _last = utf8.ToArray();
        }
    }

    private static bool IsDate(ReadOnlySpan<byte> utf8)
    {
        Span<char> text = stackalloc char[10];
        return Encoding.UTF8.TryGetChars(utf8, text, out var length)
            && PartialDate.Parse(text[..length]).TryGet(out var date) && date.IsDate;
    }
}
