using Lind.Search.Essie;
using Lind.TestKit;

namespace Lind.Search.Tests.Oracle;

/// <summary>The engine against the definition: the same studies for thousands of random expressions.</summary>
public sealed class OracleTests
{
    private const int Studies = 250;

    // LIND_ORACLE_EXPRESSIONS and LIND_ORACLE_SEED ask for more, and for others.
    private static readonly int Expressions = Setting("LIND_ORACLE_EXPRESSIONS", 3_000);
    private static readonly int Seed = Setting("LIND_ORACLE_SEED", 20261122);

    [Fact]
    public void RandomExpressions_FindExactlyWhatTheirDefinitionSays()
    {
        var records = SharedStudies.Take(Studies);
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, new SearchIndexOptions { LearnSynonyms = false });
        index.Rebuild(records);
        var studies = records.Select(record => NaiveStudy.Read(record.Json)).ToArray();
        var evaluator = new NaiveEvaluator(index.KnowsTerm);
        var expressions = new RandomExpressions(Seed, studies);
        var problems = new List<string>();
        var found = 0;
        for (var i = 0; i < Expressions && problems.Count < 20; i++)
        {
            var text = expressions.Next();
            var tree = EssieParser.Parse(text).Expression;
            Assert.True(tree is not null, text);
            var expected = studies.Where(study => evaluator.Matches(study, tree, "BasicSearch"))
                .Select(study => study.Number).Order().ToArray();
            var (actual, error) = index.FindAll(new StudySearchRequest { QueryTerm = text });
            Assert.True(error is null, $"{text}: {error?.Message}");
            var numbers = actual!.Select(id => id.Number).ToArray();
            found += numbers.Length > 0 ? 1 : 0;
            if (!expected.SequenceEqual(numbers))
            {
                problems.Add($"{text}\n   missing: {string.Join(' ', expected.Except(numbers).Take(5))}  too many: {string.Join(' ', numbers.Except(expected).Take(5))}");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.True(found > Expressions / 3, $"only {found} expressions found anything");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
