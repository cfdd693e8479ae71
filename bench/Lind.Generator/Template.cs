using System.Text.Json;

namespace Lind.Generator;

/// <summary>How one stretch of a donor's JSON is written into a new study.</summary>
internal enum PartKind
{
    /// <summary>As it stands.</summary>
    Raw,

    /// <summary>Running text: words change a little, sentences may come from studies of the same branch.</summary>
    Prose,

    /// <summary>Eligibility criteria: as prose, but lines only change places with other criteria lines.</summary>
    Criteria,

    /// <summary>A title or label: a few words change.</summary>
    Title,

    /// <summary>An identifier, count or measurement: its digits change.</summary>
    Digits,

    /// <summary>A date: moved by the study's own number of days.</summary>
    Date,

    /// <summary>An organisation's name.</summary>
    Organization,
}

/// <summary>One stretch of a template; text is cut into the units (sentences or lines) that may change places.</summary>
internal sealed record Part(PartKind Kind, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte>[] Units);

/// <summary>One module of a donor, cut once into the parts that stay and the parts that change.</summary>
internal sealed class Template
{
    private static readonly HashSet<string> Prose =
    [
        "briefSummary", "detailedDescription", "description", "studyPopulation", "whyStopped", "populationDescription",
        "recruitmentDetails", "preAssignmentDetails", "comment", "nonInferiorityComment", "pValueComment",
        "groupDescription", "estimateComment", "statisticalComment", "otherDetails", "accessCriteria",
    ];

    private static readonly HashSet<string> Titles =
        ["briefTitle", "officialTitle", "measure", "title", "citation", "facility", "timeFrame"];

    private static readonly HashSet<string> Digits =
    [
        "value", "spread", "lowerLimit", "upperLimit", "paramValue", "pValue", "ciLowerLimit", "ciUpperLimit",
        "dispersionValue", "pmid", "numSubjects", "numUnits", "numAffected", "numAtRisk", "numEvents", "count",
        "seriousNumAffected", "seriousNumAtRisk", "otherNumAffected", "otherNumAtRisk", "deathsNumAffected",
        "deathsNumAtRisk",
    ];

    private readonly Part[] _parts;

    private Template(Part[] parts) => _parts = parts;

    public IReadOnlyList<Part> Parts => _parts;

    /// <summary>Cuts one JSON value; <paramref name="organizations"/> says whether "name" members name one.</summary>
    public static Template Cut(ReadOnlyMemory<byte> json, bool organizations = false)
    {
        var parts = new List<Part>();
        var reader = new Utf8JsonReader(json.Span);
        var property = "";
        var written = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                property = reader.GetString()!;
                continue;
            }

            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
            {
                continue;
            }

            var quote = reader.TokenType == JsonTokenType.String ? 1 : 0;
            var start = (int)reader.TokenStartIndex + quote;
            var end = (int)reader.BytesConsumed - quote;
            var value = json[start..end];
            var kind = KindOf(property, value.Span, reader.TokenType, organizations);
            if (kind != PartKind.Raw)
            {
                parts.Add(new Part(PartKind.Raw, json[written..start], []));
                parts.Add(new Part(kind, value, UnitsOf(kind, value)));
                written = end;
            }
        }

        parts.Add(new Part(PartKind.Raw, json[written..], []));
        return new Template([.. parts]);
    }

    private static PartKind KindOf(string property, ReadOnlySpan<byte> value, JsonTokenType type, bool organizations) =>
        type == JsonTokenType.Number ? (Digits.Contains(property) ? PartKind.Digits : PartKind.Raw)
        : IsDate(value) ? PartKind.Date
        : Digits.Contains(property) ? PartKind.Digits
        : property == "eligibilityCriteria" ? PartKind.Criteria
        : Prose.Contains(property) ? PartKind.Prose
        : Titles.Contains(property) ? PartKind.Title
        : organizations && property is "name" or "fullName" ? PartKind.Organization
        : PartKind.Raw;

    /// <summary>yyyy-MM or yyyy-MM-dd.</summary>
    private static bool IsDate(ReadOnlySpan<byte> value) =>
        value.Length is 7 or 10 && value[4] == '-' && IsDigits(value[..4]) && IsDigits(value[5..7])
        && (value.Length == 7 || (value[7] == '-' && IsDigits(value[8..])));

    private static bool IsDigits(ReadOnlySpan<byte> value) => !value.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static ReadOnlyMemory<byte>[] UnitsOf(PartKind kind, ReadOnlyMemory<byte> text) => kind switch
    {
        PartKind.Prose => Split(text, ". "u8),
        PartKind.Criteria => Split(text, "\\n"u8),
        _ => [],
    };

    /// <summary>Cuts after every mark, so that the units joined give the text again.</summary>
    private static ReadOnlyMemory<byte>[] Split(ReadOnlyMemory<byte> text, ReadOnlySpan<byte> mark)
    {
        var units = new List<ReadOnlyMemory<byte>>();
        for (var rest = text; ;)
        {
            var at = rest.Span.IndexOf(mark);
            // An escaped backslash before the n is no line break.
            if (at < 0 || at + mark.Length == rest.Length || (at > 0 && rest.Span[at - 1] == '\\'))
            {
                units.Add(rest);
                return [.. units];
            }

            units.Add(rest[..(at + mark.Length)]);
            rest = rest[(at + mark.Length)..];
        }
    }
}
