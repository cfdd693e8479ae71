using Lind.Index.Storage;

namespace Lind.Search.Similarity;

/// <summary>The snapshots of a folder: which is the newest, and how the next one takes its place.</summary>
internal static class RelatedFolder
{
    // Another program may publish and delete between our look and our opening; more often than this it does not.
    private const int MostTries = 5;

    /// <summary>The number of the newest snapshot; 0 when there is none.</summary>
    public static int Newest(string folder) => Directory.Exists(folder) ? Newest(new FileDirectory(folder)) : 0;

    /// <summary>Opens the newest snapshot.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="IndexFormatException">A file is missing, damaged or of an unknown version.</exception>
    public static RelatedSnapshot Open(string folder, RelatedWeights weights)
    {
        for (var tries = 1; ; tries++)
        {
            var newest = Newest(folder);
            if (newest == 0)
            {
                throw new FileNotFoundException("The folder holds no index of related studies.", folder);
            }

            try
            {
                return RelatedSnapshot.Open(new FileDirectory(folder), newest, weights);
            }
            catch (IndexFormatException broken) when (
                broken.InnerException is FileNotFoundException && tries < MostTries && Newest(folder) != newest)
            {
                // A newer one was published meanwhile, and what it replaces deleted: that one is opened.
            }
        }
    }

    /// <summary>Writes the next snapshot and deletes those it replaces.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="kept">The number of the base that the next one adds to; 0 when it stands alone.</param>
    /// <param name="write">Writes it under the number given.</param>
    public static void Publish(IndexDirectory directory, int kept, Action<IndexDirectory, int> write)
    {
        using var writing = directory.LockForWriting();
        var before = Newest(directory);
        write(directory, before + 1);
        foreach (var old in directory.List().Where(
            name => RelatedFormat.SnapshotOf(name) is > 0 and var number && number <= before && number != kept))
        {
            directory.TryDelete(old);
        }
    }

    private static int Newest(IndexDirectory directory) =>
        directory.List().Select(RelatedFormat.SnapshotOf).DefaultIfEmpty(0).Max();
}
