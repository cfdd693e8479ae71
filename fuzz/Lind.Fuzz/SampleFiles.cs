namespace Lind.Fuzz;

/// <summary>The checkout's sample records and the samples beside the targets.</summary>
internal static class SampleFiles
{
    /// <summary>Studies of data/sample as JSON lines.</summary>
    public static IReadOnlyList<byte[]> Studies { get; } =
        [.. File.ReadLines(Path.Combine(Root(), "data", "sample", "studies.ndjson")).Select(System.Text.Encoding.UTF8.GetBytes)];

    /// <summary>Made-up studies in the XML form; together they use every element that is mapped.</summary>
    public static IReadOnlyList<byte[]> Xml { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root(), "fuzz", "Lind.Fuzz", "Samples"), "*.xml").Order().Select(File.ReadAllBytes)];

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Lind.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run it inside a checkout: no Lind.slnx above it.");
    }
}
