using System.Globalization;
using Lind.Search.Analysis;
using Lind.Search.Areas;
using Lind.Search.Essie;
using Lind.Studies;
using Lind.Studies.Fields;

namespace Lind.Search.Tests.Oracle;

/// <summary>Evaluates an expression on one record by its definition, without an index and without synonyms.</summary>
internal sealed class NaiveEvaluator(Func<string, bool> termExists)
{
    private static readonly HashSet<string> Weak =
        ["a", "an", "and", "the", "of", "in", "on", "for", "to", "with", "or", "by", "at", "from"];

    private readonly record struct Around(SearchScope Scope, bool InSite, Coverage? Coverage, Expansion? Expansion);

    public bool Matches(NaiveStudy study, EssieExpression expression, string area) =>
        Matches(study, expression, new Around(SearchScopes.Get(area), false, null, null));

    private bool Matches(NaiveStudy study, EssieExpression expression, Around around) => expression switch
    {
        OrExpression or => or.Parts.Any(part => Matches(study, part, around)),
        AndExpression and => and.Parts.All(part => Matches(study, part, around)),
        NotExpression not => !Matches(study, not.Operand, around),
        AreaExpression { Size: true } size => Size(study, size),
        AreaExpression area => Matches(study, area.Operand, around with { Scope = SearchScopes.Get(area.Name) }),
        SearchExpression search => study.Sites.Any(site => Matches(site, search.Operand,
            around with { InSite = true, Scope = SearchScopes.Get("LocationSearch") })),
        CoverageExpression coverage => Matches(study, coverage.Operand, around with { Coverage = coverage.Coverage }),
        ExpansionExpression expansion => Matches(study, expansion.Operand, around with { Expansion = expansion.Expansion }),
        TiltExpression tilt => Matches(study, tilt.Operand, around),
        MissingExpression => !Leaves(around).Any(field => HasValue(study, field)),
        AllExpression => true,
        TermExpression term => Term(study, term, around),
        RangeExpression range => Range(study, range, around.Scope.Field!),
        DistanceExpression distance => Near(study, distance),
        _ => throw new InvalidOperationException(expression.ToString()),
    };

    private static IEnumerable<StudyField> Leaves(Around around) => around.Scope.Fields.Select(part => part.Field);

    private static bool HasValue(NaiveStudy study, StudyField field) => study.Values(field).Any(value => field.Kind switch
    {
        FieldKind.Date or FieldKind.DateTime => DateOf(value.ToString()) is not null,
        FieldKind.Time => AgeOf(value.ToString()) is not null,
        FieldKind.Text or FieldKind.Markup => value.ToString().Length > 0,
        _ => true,
    });

    private static bool Size(NaiveStudy study, AreaExpression area)
    {
        var list = SearchScopes.Get(area.Name).Field!;
        return area.Operand switch
        {
            MissingExpression => !study.Sizes(list).Any(),
            TermExpression term => study.Sizes(list).Contains(int.Parse(term.Text, CultureInfo.InvariantCulture)),
            RangeExpression range => study.Sizes(list).Any(size =>
                (range.Low is null || size >= int.Parse(range.Low, CultureInfo.InvariantCulture))
                && (range.High is null || size <= int.Parse(range.High, CultureInfo.InvariantCulture))),
            _ => throw new InvalidOperationException(),
        };
    }

    private bool Term(NaiveStudy study, TermExpression term, Around around)
    {
        var field = around.Scope.Field;
        switch (field?.Kind)
        {
            case FieldKind.Enum when field.Enum!.FindByName(term.Text) is { } code:
                return study.Values(field).Any(value => value.ToString() == code.Value);
            case FieldKind.Boolean:
                return study.Values(field).Any(value => value.ToString().Equals(term.Text, StringComparison.OrdinalIgnoreCase));
            case FieldKind.Date:
                var wanted = PartialDate.FromRecord(term.Text).Range;
                return study.Values(field).Select(value => DateOf(value.ToString())).Any(date => date is not null
                    && date.Value.Range.First >= wanted.First && date.Value.Range.Last <= wanted.Last);
            case FieldKind.Integer:
                return study.Values(field).Any(value => value.GetDouble().Equals(double.Parse(term.Text, CultureInfo.InvariantCulture)));
            case FieldKind.Time:
                return study.Values(field).Any(value => AgeOf(value.ToString()) == AgeOf(term.Text));
            default:
                return Text(study, term, around);
        }
    }

    private bool Text(NaiveStudy study, TermExpression term, Around around)
    {
        var words = NaiveStudy.WordsOf(term.Text);
        var fields = Leaves(around).Where(field => field.Kind is FieldKind.Text or FieldKind.Markup or FieldKind.Enum).ToArray();
        var expansion = around.Expansion
            ?? (around.Coverage is null or Coverage.Contains ? Expansion.Relaxation : null);
        var phrase = term.Quoted || words.Count == 1 || expansion is null || expansion < Expansion.Relaxation;
        if (expansion is null or Expansion.None)
        {
            return AnyValue(study, fields, around, value => Stands(
                value, words, (word, wanted) => Written(word.Surface, expansion) == Written(wanted.Surface, expansion), around.Coverage));
        }

        return Readings(words).Any(reading => phrase
            ? AnyValue(study, fields, around, value => Stands(
                value, Wanted(reading, expansion > Expansion.Term), (word, wanted) => wanted.Any(word.Is), around.Coverage))
            : Scattered(study, fields, reading, any: expansion == Expansion.Lossy));
    }

    // What may stand for each word: itself, and a number behind a word that counts also in its other form.
    private static string[][] Wanted(IReadOnlyList<NaiveWord> words, bool numerals) =>
    [
        .. words.Select((word, i) => numerals && i > 0 && Numerals.Other(words[i - 1].Term, word.Term) is { } other
            ? new[] { word.Term, other } : [word.Term]),
    ];

    private static string Written(string surface, Expansion? expansion) =>
        expansion == Expansion.None ? surface : TermForm.Folded(System.Text.Encoding.UTF8.GetBytes(surface));

    private static bool AnyValue(NaiveStudy study, IEnumerable<StudyField> fields, Around around,
        Func<IReadOnlyList<NaiveWord>, bool> test) =>
        fields.Where(field => !around.InSite || (field.EnclosingLists.Count > 0 && field.EnclosingLists[0] == StudyFields.Location))
            .SelectMany(study.Words).Any(test);

    private static bool Scattered(NaiveStudy study, StudyField[] fields, IReadOnlyList<NaiveWord> words, bool any)
    {
        var strong = words.Where(word => !Weak.Contains(word.Term)).ToArray();
        var values = fields.SelectMany(study.Words).ToArray();
        bool There(string[][] unit) => values.Any(value => Stands(value, unit, (word, wanted) => wanted.Any(word.Is), coverage: null));
        return any ? Units(strong.Length == 0 ? words : strong).Any(There) : Units(words).All(There);
    }

    // A word of one or two letters or of digits stays with the word it has a hyphen in common with.
    private static IEnumerable<string[][]> Units(IReadOnlyList<NaiveWord> words)
    {
        bool IsSlight(NaiveWord word) => word.Surface.Length <= 2 || word.Surface.All(char.IsAsciiDigit);
        bool Clings(int i) => i > 0 && words[i].IsTied && (IsSlight(words[i]) || IsSlight(words[i - 1]));
        var wanted = Wanted(words, numerals: true);
        for (var (start, end) = (0, 1); start < words.Count; (start, end) = (end, end + 1))
        {
            while (end < words.Count && Clings(end))
            {
                end++;
            }

            yield return wanted[start..end];
        }
    }

    // The words as they are, and with each pair of neighbours written as one where that word exists.
    private IEnumerable<IReadOnlyList<NaiveWord>> Readings(IReadOnlyList<NaiveWord> words)
    {
        yield return words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var joined = TermForm.Of(words[i].Surface + words[i + 1].Surface);
            if (!Weak.Contains(words[i].Surface.ToLowerInvariant()) && !Weak.Contains(words[i + 1].Surface.ToLowerInvariant()) && termExists(joined))
            {
                yield return [.. words.Take(i), new NaiveWord(joined, joined, null, words[i].IsTied), .. words.Skip(i + 2)];
            }
        }
    }

    private static bool Stands<T>(
        IReadOnlyList<NaiveWord> value, IReadOnlyList<T> words, Func<NaiveWord, T, bool> same, Coverage? coverage)
    {
        var last = value.Count - words.Count;
        bool At(int start) => start >= 0 && start <= last && words.Select((word, i) => same(value[start + i], word)).All(one => one);
        return coverage switch
        {
            Coverage.FullMatch => last == 0 && At(0),
            Coverage.StartsWith => At(0),
            Coverage.EndsWith => At(last),
            _ => Enumerable.Range(0, Math.Max(0, last + 1)).Any(At),
        };
    }

    private static bool Range(NaiveStudy study, RangeExpression range, StudyField field) => study.Values(field).Any(value =>
    {
        double? at = field.Kind switch
        {
            FieldKind.Date => DateOf(value.ToString())?.Range.First.DayNumber,
            FieldKind.Time => AgeOf(value.ToString()),
            _ => value.GetDouble(),
        };
        return at is not null
            && (range.Low is null || at >= Bound(field, range.Low, high: false))
            && (range.High is null || at <= Bound(field, range.High, high: true));
    });

    private static double Bound(StudyField field, string text, bool high) => field.Kind switch
    {
        FieldKind.Date when high => PartialDate.FromRecord(text).Range.Last.DayNumber,
        FieldKind.Date => PartialDate.FromRecord(text).Range.First.DayNumber,
        FieldKind.Time => AgeOf(text)!.Value,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static bool Near(NaiveStudy study, DistanceExpression distance) => study.Values(StudyFields.LocationGeoPoint)
        .Any(point => Miles(distance.Latitude, distance.Longitude, point.GetProperty("lat").GetDouble(),
            point.GetProperty("lon").GetDouble()) <= distance.RadiusMiles);

    private static double Miles(double latitude, double longitude, double toLatitude, double toLongitude)
    {
        var (a, b, c) = (latitude * Math.PI / 180, toLatitude * Math.PI / 180, (toLongitude - longitude) * Math.PI / 180);
        return 3958.7613 * Math.Acos(Math.Min(1, (Math.Sin(a) * Math.Sin(b)) + (Math.Cos(a) * Math.Cos(b) * Math.Cos(c))));
    }

    private static PartialDate? DateOf(string text) => PartialDate.FromRecord(text) is { IsDate: true } date ? date : null;

    private static double? AgeOf(string text)
    {
        var parts = text.Split(' ');
        double[] minutes = [525_960, 43_830, 10_080, 1_440, 60, 1];
        string[] units = ["year", "month", "week", "day", "hour", "minute"];
        var unit = parts.Length == 2 ? Array.FindIndex(units, name => parts[1].StartsWith(name, StringComparison.OrdinalIgnoreCase)) : -1;
        return unit < 0 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? null : number * minutes[unit];
    }
}
