using Lind.Store;
using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>Which parts of a record each version changed: the registry's modules, in the order of the record.</summary>
public static class VersionParts
{
    // A page shows a record's whole history at a glance; the oldest versions of very large records are left to the
    // comparison of two.
    private const int MostVersions = 40;
    private const long MostBytes = 8 << 20;

    /// <summary>By version number: the names of the modules that differ from the version before. Versions that were not
    /// looked at are not in it.</summary>
    public static async Task<IReadOnlyDictionary<int, IReadOnlyList<string>>> ReadAsync(
        NctId nctId, IReadOnlyList<StudyVersion> newestFirst, IStudyStore store, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<int, IReadOnlyList<string>>();
        StoredStudy? later = null;
        var bytes = 0L;
        for (var at = 0; at < Math.Min(newestFirst.Count, MostVersions + 1); at++)
        {
            var version = newestFirst[at];
            bytes += version.SizeBytes;
            if (bytes > MostBytes || await store.FindVersionAsync(nctId, version.Number, cancellationToken) is not { } earlier)
            {
                break;
            }

            if (later is not null)
            {
                parts[newestFirst[at - 1].Number] = PartsOf(RecordChanges.Between(earlier.Json.Span, later.Json.Span));
            }

            later = earlier;
        }

        return parts;
    }

    /// <summary>The modules of these changes: <c>statusModule</c>, <c>outcomesModule</c>; results and documents as a whole.</summary>
    public static IReadOnlyList<string> PartsOf(IReadOnlyList<FieldChange> changes) =>
        [.. changes.Select(change => change.Field.Path.Split('.')).Select(path => path[0] == "protocolSection" ? path[1] : path[0]).Distinct()];
}
