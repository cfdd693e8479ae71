using Lind.Index.Storage;
using Lind.Search.Mapping;

namespace Lind.Search.Serving;

/// <summary>Checks and describes a snapshot.</summary>
internal static class IndexReportRun
{
    /// <summary>Reads all files and reports what is damaged.</summary>
    public static IndexVerification Verify(SearchView view, string folder, CancellationToken cancellationToken)
    {
        var files = Files(folder);
        var problems = new List<string>();
        try
        {
            view.Snapshot.Verify(cancellationToken);
            _ = view.SynonymTable.Count;
        }
        catch (Exception broken) when (broken is IndexFormatException or InvalidDataException)
        {
            problems.Add(broken.Message);
        }

        return new IndexVerification(problems, files.Length, files.Sum(file => file.Length));
    }

    /// <summary>Counts and sizes.</summary>
    public static IndexInspection Inspect(SearchView view, string folder)
    {
        var files = Files(folder);
        return new IndexInspection(
            view.Id,
            view.Snapshot.DocumentCount,
            view.Snapshot.RowCount(StudySchema.Sites),
            view.Snapshot.Terms(0).LongCount(),
            files.Sum(file => file.Length),
            view.SynonymTable.Count,
            files.GroupBy(file => file.Extension, StringComparer.Ordinal)
                .Select(kind => new FacetValue(kind.Key, kind.Sum(file => file.Length)))
                .OrderByDescending(kind => kind.Count).ToArray());
    }

    private static FileInfo[] Files(string folder) => new DirectoryInfo(folder).GetFiles();
}
