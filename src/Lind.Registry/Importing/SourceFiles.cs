namespace Lind.Registry.Importing;

/// <summary>The files that paths name: a file itself, or all files below a folder in the order of their names.</summary>
internal static class SourceFiles
{
    public static List<string> Of(IEnumerable<string> paths) => [.. paths.SelectMany(Expand)];

    public static long TotalBytes(IEnumerable<string> files) =>
        files.Select(path => new FileInfo(path)).Where(file => file.Exists).Sum(file => file.Length);

    private static IEnumerable<string> Expand(string path) => Directory.Exists(path) ? Below(path) : [path];

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFileSystemEntries(folder)
        .Order(StringComparer.Ordinal)
        .SelectMany(path => !Directory.Exists(path) ? [path] : IsLink(path) ? [] : Below(path));

    // A linked folder may contain itself.
    private static bool IsLink(string path) => new DirectoryInfo(path).LinkTarget is not null;
}
