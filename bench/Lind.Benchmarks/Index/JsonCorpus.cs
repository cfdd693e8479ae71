using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Lind.Index.Schemas;
using Lind.Index.Segments;

namespace Lind.Benchmarks.Index;

/// <summary>JSON records of any shape as documents for the bare engine: each string's path is a text field, so that the
/// engine is measured without the mapping and analysis of studies. A token is a run of letters and digits, lower-cased.</summary>
internal sealed class JsonCorpus
{
    internal const int SiteTable = 1;
    internal static readonly string[] FacetPaths =
        ["overallStatus", "studyType", "phases", "class", "country", "type", "sex", "stdAges"];

    private readonly Dictionary<ulong, int> _fields = [];
    private readonly List<string> _names = [];
    private readonly string _zip;

    internal JsonCorpus(string zip, int sample = 3000)
    {
        _zip = zip;
        var paths = new Dictionary<ulong, (string Name, long Count)>();
        foreach (var record in Records(sample))
        {
            Learn(record, paths);
        }

        foreach (var (hash, (name, _)) in paths.OrderByDescending(pair => pair.Value.Count).Take(300))
        {
            _fields[hash] = _names.Count;
            _names.Add($"{name} {_names.Count}");
        }

        Schema = new IndexSchema(
            new TableSchema(
                "records",
                _names.Select(name => new TextField(name, name.Contains("Summary") || name.Contains("escription") || name.Contains("riteria") ? 1 : 0)),
                [.. FacetPaths.Select(path => new ColumnField(path, ColumnKind.Keyword)), new("count", ColumnKind.Integer), new("date", ColumnKind.Range)]),
            new TableSchema(
                "sites",
                [new("facility"), new("city"), new("state"), new("country")],
                [new("country", ColumnKind.Keyword), new("status", ColumnKind.Keyword), new("point", ColumnKind.Point)]));
    }

    internal IndexSchema Schema { get; }

    internal IReadOnlyList<string> FieldNames => _names;

    /// <summary>The first records of the archive.</summary>
    internal IEnumerable<byte[]> Records(int most)
    {
        using var archive = ZipFile.OpenRead(_zip);
        foreach (var entry in archive.Entries.Take(most))
        {
            using var stream = entry.Open();
            var bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            yield return bytes;
        }
    }

    internal int FieldOf(ulong path) => _fields.GetValueOrDefault(path, -1);

    private static void Learn(byte[] record, Dictionary<ulong, (string Name, long Count)> paths)
    {
        var reader = new Utf8JsonReader(record);
        var stack = new PathStack();
        var names = new Stack<string>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    stack.Name(reader.ValueSpan);
                    names.Push(reader.GetString()!);
                    break;
                case JsonTokenType.String:
                    var old = paths.GetValueOrDefault(stack.Path, (names.Peek(), 0));
                    paths[stack.Path] = (old.Item1, old.Item2 + 1);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    stack.Push();
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    stack.Pop();
                    break;
            }
        }
    }
}

/// <summary>The path of property names to a place in a record, as a hash.</summary>
internal sealed class PathStack
{
    private readonly ulong[] _paths = new ulong[64];
    private int _depth;

    internal ulong Path { get; private set; } = 1;

    internal void Name(ReadOnlySpan<byte> name)
    {
        var hash = _paths[_depth];
        foreach (var value in name)
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        Path = (hash ^ '/') * 1099511628211UL;
    }

    internal void Push() => _paths[++_depth] = Path;

    internal void Pop()
    {
        Path = _paths[_depth--];
    }
}
