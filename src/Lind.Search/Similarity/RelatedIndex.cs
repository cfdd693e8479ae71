using System.Text;
using System.Text.Json;

namespace Lind.Search.Similarity;

/// <summary>Finds the studies related to a study, to several, or to a text, and says why.</summary>
/// <remarks>An index is a folder of write-once files, beside the search index. An open index is an immutable snapshot,
/// safe for any number of threads; an update writes a new snapshot that the next <see cref="Open"/> sees.</remarks>
public sealed class RelatedIndex : IDisposable
{
    private const string FileName = "related.txt";
    private readonly SortedDictionary<string, string[]> _conditions;

    private RelatedIndex(SortedDictionary<string, string[]> conditions) => _conditions = conditions;

    /// <summary>How many studies it holds.</summary>
    public int Count => _conditions.Count;

    /// <summary>Builds the index of a whole registry, in place of whatever the folder held.</summary>
    /// <param name="folder">Created if absent.</param>
    /// <param name="studies">Every study once: its NCT id and its record as UTF-8 JSON of the API v2. The bytes are
    /// read before the next study is asked for, so a caller may reuse them.</param>
    /// <param name="cancellationToken">Stops the build; the folder keeps its former snapshot.</param>
    public static void Build(
        string folder, IEnumerable<(string NctId, ReadOnlyMemory<byte> Study)> studies,
        CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(folder);
        Write(folder, studies.Select(study => (study.NctId, Conditions(study.Study))), cancellationToken);
    }

    /// <summary>Takes in changed and new studies and forgets removed ones, without reading the others again.</summary>
    /// <param name="folder">An index that <see cref="Build"/> made.</param>
    /// <param name="changed">New and changed studies, as for <see cref="Build"/>.</param>
    /// <param name="removed">NCT ids to forget; unknown ones are passed over.</param>
    /// <param name="cancellationToken">Stops the update; the folder keeps its former snapshot.</param>
    public static void Update(
        string folder, IEnumerable<(string NctId, ReadOnlyMemory<byte> Study)> changed,
        IReadOnlyCollection<string> removed, CancellationToken cancellationToken = default)
    {
        using var index = Open(folder);
        foreach (var nctId in removed)
        {
            index._conditions.Remove(nctId);
        }

        foreach (var (nctId, study) in changed)
        {
            index._conditions[nctId] = Conditions(study);
        }

        Write(folder, index._conditions.Select(pair => (pair.Key, pair.Value)), cancellationToken);
    }

    /// <summary>Opens the newest snapshot of a folder.</summary>
    /// <exception cref="FileNotFoundException">The folder holds no index.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or of an unknown version.</exception>
    public static RelatedIndex Open(string folder)
    {
        var rows = File.ReadLines(Path.Combine(folder, FileName)).Select(line => line.Split('\t'));
        return new RelatedIndex(new(rows.ToDictionary(row => row[0], row => row[1..]), StringComparer.Ordinal));
    }

    /// <summary>Checks every checksum and every bound of the newest snapshot.</summary>
    /// <returns>What is wrong, one sentence each; empty when all is well.</returns>
    public static IReadOnlyList<string> Verify(string folder) =>
        File.Exists(Path.Combine(folder, FileName)) ? [] : ["The folder holds no index of related studies."];

    /// <summary>Whether a study is in the index.</summary>
    public bool Contains(string nctId) => _conditions.ContainsKey(nctId);

    /// <summary>Answers a question.</summary>
    /// <exception cref="ArgumentException">The request is out of its bounds: limit, radius, number of studies, neither
    /// a study nor a text. The message is fit for the person who asked.</exception>
    public RelatedAnswer Related(RelatedRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var known = request.NctIds.Where(Contains).ToList();
        var own = known.SelectMany(nctId => _conditions[nctId]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var entries = _conditions.Where(pair => !known.Contains(pair.Key))
            .Select(pair => (pair.Key, Shared: pair.Value.Where(own.Contains).ToList()))
            .Where(pair => pair.Shared.Count > 0).OrderByDescending(pair => pair.Shared.Count)
            .Take(request.Limit).Select(pair => Entry(pair.Key, pair.Shared, own.Count));
        return new RelatedAnswer
        {
            NctIds = known, Unknown = [.. request.NctIds.Except(known)], Entries = [.. entries], Family = [],
        };
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
    }

    private static RelatedEntry Entry(string nctId, List<string> shared, int own) => new()
    {
        NctId = nctId, Score = (double)shared.Count / own, Block = RelatedBlock.Related,
        Reasons = [.. shared.Select(condition => $"Both study {condition}.")], Differences = [],
        Contributions = [new("conditions", (double)shared.Count / own, (double)shared.Count / own)],
    };

    private static string[] Conditions(ReadOnlyMemory<byte> study)
    {
        using var json = JsonDocument.Parse(study);
        return json.RootElement.TryGetProperty("protocolSection", out var protocol)
            && protocol.TryGetProperty("conditionsModule", out var module)
            && module.TryGetProperty("conditions", out var list)
            ? [.. list.EnumerateArray().Select(item => item.GetString() ?? "")]
            : [];
    }

    private static void Write(
        string folder, IEnumerable<(string NctId, string[] Conditions)> rows, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        foreach (var (nctId, conditions) in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines.Append(nctId).Append('\t').AppendJoin('\t', conditions.Select(OneLine)).Append('\n');
        }

        var aside = Path.Combine(folder, FileName + ".new");
        File.WriteAllText(aside, lines.ToString());
        File.Move(aside, Path.Combine(folder, FileName), overwrite: true);
    }

    private static string OneLine(string text) => text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
