using System.Globalization;

namespace Lind.Benchmarks.SideBySide;

/// <summary>One clause of a query in the neutral form that every engine's translator reads.</summary>
/// <param name="Kind"><c>words:AREA</c> (all of them), <c>phrase:AREA</c>, <c>any:AREA</c> (alternatives between bars),
/// <c>start</c> (first,last day number), <c>geo</c> (latitude,longitude,miles), <c>site</c> (city|status, same site).</param>
public sealed record Clause(string Kind, string Value)
{
    public string Area => Kind[(Kind.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

/// <summary>A query: the same question in the registry's language and in neutral clauses.</summary>
public sealed record BenchQuery(string Id, string Essie, IReadOnlyList<Clause> Clauses)
{
    public override string ToString() =>
        string.Join('\t', new[] { Id, Essie }.Concat(Clauses.SelectMany(clause => new[] { clause.Kind, clause.Value })));

    public static BenchQuery Parse(string line)
    {
        var parts = line.Split('\t');
        return new BenchQuery(parts[0], parts[1],
            [.. Enumerable.Range(1, parts.Length / 2 - 1).Select(i => new Clause(parts[2 * i], parts[2 * i + 1]))]);
    }
}

/// <summary>Two hundred mixed queries drawn from a corpus by a seed: words, ANDs, phrases, fielded, alternatives, ranges,
/// places and nested sites, 25 of each kind.</summary>
public static class QuerySet
{
    private const int PerKind = 25;
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    public static IReadOnlyList<BenchQuery> Draw(CorpusFile corpus, int seed)
    {
        var random = new Random(seed);
        var titleField = corpus.Fields.ToList().IndexOf("BriefTitle");
        var conditionField = corpus.Fields.ToList().IndexOf("Condition");
        var sample = corpus.Studies().Where(_ => random.Next(20) == 0).Take(4000).ToList();
        var titles = Texts(sample, titleField);
        var conditions = Texts(sample, conditionField);
        var sites = sample.SelectMany(study => study.Sites).Where(site => Plain(site.City) && site.Status.Length > 0).ToList();
        var kinds = new Func<int, BenchQuery>[]
        {
            i => Words(i, "word", "BasicSearch", Word(random, titles)),
            i => Words(i, "and", "BasicSearch", $"{Word(random, titles)} {Word(random, conditions)}"),
            i => Phrase(i, Pair(random, conditions)),
            i => Words(i, "cond", "ConditionSearch", Word(random, conditions)),
            i => Words(i, "title", "TitleSearch", $"{Word(random, titles)} {Word(random, titles)}"),
            i => Any(i, [Word(random, conditions), Pair(random, conditions), Word(random, titles)]),
            i => Range(i, random.Next(2000, 2022), Word(random, conditions)),
            i => Site(i, sites[random.Next(sites.Count)], Word(random, conditions), geo: i % 2 == 0),
        };
        return [.. kinds.SelectMany(kind => Enumerable.Range(0, PerKind).Select(kind))];
    }

    private static BenchQuery Words(int i, string name, string area, string words)
    {
        var each = string.Join(" AND ", words.Split(' ').Select(word => $"AREA[{area}]EXPANSION[Term]{word}"));
        return new BenchQuery($"{name}-{i}", each, [new Clause($"words:{area}", words)]);
    }

    private static BenchQuery Phrase(int i, string phrase) =>
        new($"phrase-{i}", $"AREA[BasicSearch]EXPANSION[Term]\"{phrase}\"", [new Clause("phrase:BasicSearch", phrase)]);

    private static BenchQuery Any(int i, string[] alternatives) =>
        new($"any-{i}", string.Join(" OR ", alternatives.Select(text => $"AREA[BasicSearch]EXPANSION[Term]\"{text}\"")),
            [new Clause("any:BasicSearch", string.Join('|', alternatives))]);

    private static BenchQuery Range(int i, int year, string word)
    {
        var from = new DateOnly(year, 1, 1);
        var to = new DateOnly(year + 2, 12, 31);
        return new BenchQuery($"range-{i}",
            string.Create(CultureInfo.InvariantCulture, $"AREA[BasicSearch]EXPANSION[Term]{word} AND AREA[StartDate]RANGE[{from:yyyy-MM-dd}, {to:yyyy-MM-dd}]"),
            [new Clause("words:BasicSearch", word), new Clause("start", $"{from.DayNumber - Epoch.DayNumber},{to.DayNumber - Epoch.DayNumber}")]);
    }

    private static BenchQuery Site(int i, CorpusSite site, string word, bool geo)
    {
        var words = new Clause("words:BasicSearch", word);
        return geo && !double.IsNaN(site.Latitude)
            ? new BenchQuery($"geo-{i}",
                string.Create(CultureInfo.InvariantCulture, $"AREA[BasicSearch]EXPANSION[Term]{word} AND AREA[LocationGeoPoint]DISTANCE[{site.Latitude}, {site.Longitude}, 50mi]"),
                [words, new Clause("geo", string.Create(CultureInfo.InvariantCulture, $"{site.Latitude},{site.Longitude},50"))])
            : new BenchQuery($"site-{i}",
                $"AREA[BasicSearch]EXPANSION[Term]{word} AND SEARCH[Location](AREA[LocationCity]EXPANSION[Term]\"{site.City}\" AND AREA[LocationStatus]{site.Status})",
                [words, new Clause("site", $"{site.City}|{site.Status}")]);
    }

    private static List<string> Texts(List<CorpusStudy> sample, int field) =>
        [.. sample.SelectMany(study => study.Texts).Where(text => text.Field == field).Select(text => text.Text)];

    private static string Word(Random random, List<string> texts)
    {
        while (true)
        {
            var words = texts[random.Next(texts.Count)].Split(' ').Where(word => word.Length > 3 && Plain(word)).ToList();
            if (words.Count > 0)
            {
                return words[random.Next(words.Count)];
            }
        }
    }

    private static string Pair(Random random, List<string> texts)
    {
        while (true)
        {
            var words = texts[random.Next(texts.Count)].Split(' ');
            var at = random.Next(words.Length);
            if (at + 1 < words.Length && words[at].Length > 3 && words[at + 1].Length > 3 && Plain(words[at]) && Plain(words[at + 1]))
            {
                return $"{words[at]} {words[at + 1]}";
            }
        }
    }

    private static bool Plain(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetter(c) || c == ' ');
}
