using System.Globalization;
using Lind.Studies.Fields;

namespace Lind.Search.Tests.Oracle;

/// <summary>Seeded random expressions whose words and values come from the records themselves.</summary>
internal sealed class RandomExpressions(int seed, IReadOnlyList<NaiveStudy> studies)
{
    private static readonly StudyField[] Texts =
    [
        StudyFields.BriefTitle, StudyFields.OfficialTitle, StudyFields.Condition, StudyFields.Keyword, StudyFields.InterventionName,
        StudyFields.BriefSummary, StudyFields.EligibilityCriteria, StudyFields.LeadSponsorName, StudyFields.PrimaryOutcomeMeasure,
        StudyFields.LocationCity, StudyFields.LocationFacility, StudyFields.CollaboratorName, StudyFields.DetailedDescription,
        StudyFields.ArmGroupLabel, StudyFields.ConditionMeshTerm, StudyFields.OrgStudyId,
    ];

    private static readonly StudyField[] Codes =
    [
        StudyFields.Phase, StudyFields.OverallStatus, StudyFields.StudyType, StudyFields.StdAge, StudyFields.DesignMasking,
        StudyFields.InterventionType, StudyFields.LeadSponsorClass, StudyFields.DesignAllocation, StudyFields.LocationStatus,
    ];

    private static readonly StudyField[] Dates =
        [StudyFields.StartDate, StudyFields.CompletionDate, StudyFields.LastUpdatePostDate, StudyFields.ResultsFirstPostDate];

    private static readonly StudyField[] Lists =
        [StudyFields.Location, StudyFields.Condition, StudyFields.Phase, StudyFields.ArmGroup, StudyFields.SecondaryOutcome];

    private static readonly string[] Areas =
        ["BasicSearch", "ConditionSearch", "TitleSearch", "InterventionSearch", "OutcomeSearch", "LocationSearch", "SponsorSearch"];

    private readonly Random _random = new(seed);

    public string Next() => Expression(3);

    private string Expression(int depth) => depth == 0 ? Source() : _random.Next(10) switch
    {
        0 or 1 => $"({Expression(depth - 1)} OR {Expression(depth - 1)})",
        2 or 3 => $"{Operand(depth)} AND {Operand(depth)}",
        4 => $"{Operand(depth)} NOT {Operand(depth)}",
        _ => Source(),
    };

    private string Operand(int depth) => $"({Expression(depth - 1)})";

    private string Source() => _random.Next(14) switch
    {
        0 => CodeTerm(Pick(Codes)),
        1 => DateRange(),
        2 => DateTerm(),
        3 => $"AREA[EnrollmentCount]RANGE[{_random.Next(300)}, {(_random.Next(3) == 0 ? "MAX" : _random.Next(300, 2000))}]",
        4 => $"AREA[{(_random.Next(2) == 0 ? "MinimumAge" : "MaximumAge")}]RANGE[{_random.Next(1, 40)} years, MAX]",
        5 => $"AREA[{Pick(FieldCatalogue.All).Piece}]MISSING",
        6 => $"AREA[{Pick(Lists).Piece}:size]{(_random.Next(2) == 0 ? _random.Next(6) : $"RANGE[{_random.Next(4)}, MAX]")}",
        7 => SiteTerm(),
        8 => Coverage(),
        9 => $"AREA[LocationGeoPoint]DISTANCE[{Latitude()}, {_random.Next(-120, 30)}, {_random.Next(50, 500)}mi]",
        10 => $"AREA[{Pick(Areas)}]{Level()}{Words(Texts[_random.Next(6)])}",
        11 => $"AREA[HasResults]{(_random.Next(2) == 0 ? "true" : "false")}",
        _ => TextTerm(Pick(Texts)),
    };

    private string CodeTerm(StudyField field) => $"AREA[{field.Piece}]{CodeValue(field)}";

    private string TextTerm(StudyField field) => $"AREA[{field.Piece}]{Level()}{Words(field)}";

    private string Latitude() => (_random.Next(25, 55) + 0.25).ToString(CultureInfo.InvariantCulture);

    private string Level() => _random.Next(6) switch
    {
        0 => "EXPANSION[None]",
        1 => "EXPANSION[Term]",
        2 => "EXPANSION[Lossy]",
        3 => "EXPANSION[Concept]",
        _ => "",
    };

    private string Coverage()
    {
        var field = Pick(Texts);
        var value = Value(field);
        string[] kinds = ["FullMatch", "StartsWith", "EndsWith"];
        var words = WordsOf(value);
        if (words.Length == 0)
        {
            return "ALL";
        }

        var kind = Pick(kinds);
        var part = kind switch
        {
            "FullMatch" => words,
            "StartsWith" => words.Take(_random.Next(1, 4)),
            _ => words.TakeLast(_random.Next(1, 4)),
        };
        var level = _random.Next(3) == 0 ? "EXPANSION[Term]" : "";
        var text = string.Join(' ', part);
        return $"AREA[{field.Piece}]COVERAGE[{kind}]{level}\"{(_random.Next(2) == 0 ? text.ToLowerInvariant() : text)}\"";
    }

    private string SiteTerm()
    {
        var site = Pick(studies).Sites;
        if (site.Count == 0)
        {
            return "SEARCH[Location](AREA[LocationCountry]\"United States\" AND AREA[LocationStatus]RECRUITING)";
        }

        var one = Pick(site);
        var city = one.Texts(StudyFields.LocationCity).FirstOrDefault() ?? "Boston";
        var status = _random.Next(2) == 0 ? " AND AREA[LocationStatus]RECRUITING" : " NOT AREA[LocationStatus]RECRUITING";
        return $"SEARCH[Location](AREA[LocationCity]\"{Clean(city)}\"{status})";
    }

    private string DateRange()
    {
        var (low, high) = (_random.Next(2000, 2018), _random.Next(2010, 2026));
        return $"AREA[{Pick(Dates).Piece}]RANGE[{DateText(low)}, {(_random.Next(4) == 0 ? "MAX" : DateText(high))}]";
    }

    private string DateTerm() => $"AREA[{Pick(Dates).Piece}]{DateText(_random.Next(2004, 2024))}";

    private string DateText(int year) => _random.Next(3) switch
    {
        0 => $"{year}",
        1 => $"{year}-{_random.Next(1, 13):D2}",
        _ => $"{year}-{_random.Next(1, 13):D2}-{_random.Next(1, 29):D2}",
    };

    private string CodeValue(StudyField field)
    {
        var value = field.Enum!.Values[_random.Next(field.Enum.Values.Count)];
        return _random.Next(2) == 0 ? $"\"{value.LegacyValueIn(field)}\"" : value.Value;
    }

    private string Words(StudyField field)
    {
        var words = WordsOf(Value(field)).Where(word => word.All(char.IsAsciiLetter) && word.Length > 2).ToArray();
        if (words.Length == 0)
        {
            return "cancer";
        }

        var at = _random.Next(words.Length);
        var some = words.Skip(at).Take(_random.Next(1, 4))
            .Select(word => word.ToUpperInvariant() is "AND" or "NOT" or "ALL" or "MISSING" ? "study" : word);
        var text = string.Join(' ', some);
        return _random.Next(3) == 0 ? $"\"{text}\"" : text;
    }

    private static string[] WordsOf(string text) => NaiveStudy.WordsOf(Clean(text)).Select(word => word.Surface).ToArray();

    private static string Clean(string text) => text.Replace("\"", " ", StringComparison.Ordinal).Replace("\\", " ", StringComparison.Ordinal);

    private string Value(StudyField field)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var values = Pick(studies).Texts(field).ToArray();
            if (values.Length > 0)
            {
                return Pick(values);
            }
        }

        return "cancer";
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];
}
