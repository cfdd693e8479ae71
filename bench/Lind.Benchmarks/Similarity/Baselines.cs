using System.Text;
using Lind.Search.Similarity;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Benchmarks.Similarity;

/// <summary>What related studies are measured against: random, shared conditions, TF-IDF cosines, and a file of rankings
/// that Lucene's MoreLikeThis wrote (<c>MoreLikeThisBaseline.java</c>).</summary>
internal sealed class Baselines
{
    private static readonly StudyField[] KeyFields =
    [
        StudyFields.BriefTitle, StudyFields.OfficialTitle, StudyFields.Condition, StudyFields.Keyword,
        StudyFields.InterventionName, StudyFields.ConditionMeshTerm, StudyFields.InterventionMeshTerm,
    ];

    private static readonly StudyField[] AllFields =
    [
        .. KeyFields, StudyFields.BriefSummary, StudyFields.DetailedDescription, StudyFields.EligibilityCriteria,
        StudyFields.PrimaryOutcomeMeasure, StudyFields.SecondaryOutcomeMeasure, StudyFields.ArmGroupLabel,
        StudyFields.ArmGroupDescription, StudyFields.InterventionDescription, StudyFields.InterventionOtherName,
    ];

    private readonly string[] _ids;
    private readonly Dictionary<string, int> _index;
    private readonly string[] _key;
    private readonly string[] _all;
    private readonly string[] _inclusion;
    private readonly HashSet<string>[] _conditions;

    public Baselines(RelatedCollection collection)
    {
        _ids = [.. collection.Studies.Keys];
        _index = _ids.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        _key = [.. collection.Studies.Values.Select(record => Text(record, KeyFields, '\n'))];
        _all = [.. collection.Studies.Values.Select(record => Text(record, AllFields, '\n'))];
        _inclusion = [.. collection.Studies.Values.Select(record => Text(record, AllFields, '\n', withoutExclusion: true))];
        _conditions = [.. collection.Studies.Values.Select(record =>
            Text(record, [StudyFields.Condition, StudyFields.ConditionMeshTerm], '\n').ToLowerInvariant().Split('\n').ToHashSet())];
    }

    /// <summary>Every baseline by name, as a ranking of a hundred.</summary>
    public IEnumerable<(string Name, Func<string, IReadOnlyList<string>> Rank)> All(string? luceneFile)
    {
        yield return ("random", id => Best(id, other => Mixed(_index[id], other)));
        var frequencies = _conditions.SelectMany(set => set).GroupBy(name => name).ToDictionary(g => g.Key, g => g.Count());
        double Shared(int own, int other) => _conditions[own].Where(_conditions[other].Contains)
            .Sum(name => Math.Log((double)_ids.Length / frequencies[name]));
        yield return ("shared conditions with MeSH", id => Best(id, other => Shared(_index[id], other)));
        var key = new Cosine(_key);
        yield return ("TF-IDF cosine, key fields", id => Best(id, key.From(_index[id])));
        var all = new Cosine(_all);
        yield return ("TF-IDF cosine, all text", id => Best(id, all.From(_index[id])));
        yield return ("TF-IDF cosine, all text but the exclusion criteria", BestLexical());
        foreach (var setting in Lucene(luceneFile))
        {
            yield return ($"Lucene MoreLikeThis, {setting.Key}", id => setting.Value.GetValueOrDefault(id) ?? []);
        }
    }

    /// <summary>The TF-IDF cosine over all text but the exclusion criteria: the best of the lexical rankings.</summary>
    public Func<string, IReadOnlyList<string>> BestLexical()
    {
        var inclusion = new Cosine(_inclusion);
        return id => Best(id, inclusion.From(_index[id]));
    }

    /// <summary>Writes the collection for <c>MoreLikeThisBaseline.java</c>.</summary>
    public void Export(string path, RelatedCollection collection)
    {
        var queries = collection.Queries.Select(query => query.NctId).ToHashSet(StringComparer.Ordinal);
        File.WriteAllLines(path, _ids.Select((id, i) =>
            $"{id}\t{(queries.Contains(id) ? 1 : 0)}\t{OneLine(_key[i])}\t{OneLine(_all[i])}"));
    }

    private static Dictionary<string, Dictionary<string, string[]>> Lucene(string? file) => file is null
        ? []
        : File.ReadLines(file).Select(line => line.Split('\t')).GroupBy(parts => parts[0]).ToDictionary(
            group => group.Key, group => group.ToDictionary(parts => parts[1], parts => parts[2].Split(' ')[..^1]));

    private string[] Best(string id, Func<int, double> score)
    {
        var own = _index[id];
        return [.. Enumerable.Range(0, _ids.Length).Where(other => other != own)
            .Select(other => (Score: score(other), other)).OrderByDescending(pair => pair.Score)
            .Take(100).Select(pair => _ids[pair.other])];
    }

    private static double Mixed(int own, int other) => new Random((own * 65_521) + other).NextDouble();

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\t', ' ').Replace('\r', ' ');

    private static string Text(
        ReadOnlyMemory<byte> record, StudyField[] fields, char between, bool withoutExclusion = false)
    {
        var reader = new TextReader(between, withoutExclusion);
        StudyWalker.Walk(record.Span, new FieldSet(fields), ref reader);
        return reader.Text.ToString();
    }

    private sealed class TextReader(char between, bool withoutExclusion) : IStudyVisitor
    {
        public StringBuilder Text { get; } = new();

        public void Value(in StudyValue value)
        {
            if (Text.Length > 0)
            {
                Text.Append(between);
            }

            var text = value.ToString();
            var cut = withoutExclusion && value.Field == StudyFields.EligibilityCriteria
                ? text.IndexOf("xclusion Criteria", StringComparison.OrdinalIgnoreCase)
                : -1;
            Text.Append(cut < 0 ? text : text[..cut]);
        }

        public void EndList(StudyField list, int count, ReadOnlySpan<int> ordinals)
        {
        }
    }

    private sealed class Cosine
    {
        private readonly Dictionary<ulong, double>[] _vectors;

        public Cosine(string[] texts)
        {
            _vectors = [.. texts.Select(text => TermHash.Of(text).Where(word => word != 0).GroupBy(word => word)
                .ToDictionary(group => group.Key, group => 1 + Math.Log(group.Count())))];
            var frequencies = new Dictionary<ulong, int>();
            foreach (var word in _vectors.SelectMany(vector => vector.Keys))
            {
                frequencies[word] = frequencies.GetValueOrDefault(word) + 1;
            }

            foreach (var vector in _vectors)
            {
                foreach (var word in vector.Keys)
                {
                    vector[word] *= Math.Log((texts.Length + 1.0) / frequencies[word]);
                }

                var length = Math.Sqrt(vector.Values.Sum(value => value * value));
                foreach (var word in vector.Keys)
                {
                    vector[word] /= length;
                }
            }
        }

        public Func<int, double> From(int own) => other =>
        {
            var (few, many) = _vectors[own].Count < _vectors[other].Count ? (_vectors[own], _vectors[other]) : (_vectors[other], _vectors[own]);
            double sum = 0;
            foreach (var (word, weight) in few)
            {
                sum += weight * many.GetValueOrDefault(word);
            }

            return sum;
        };
    }
}
