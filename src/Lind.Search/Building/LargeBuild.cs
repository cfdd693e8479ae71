namespace Lind.Search.Building;

/// <summary>Memory between the steps of a build of many studies.</summary>
/// <remarks>Each step leaves hundreds of megabytes behind; left to itself the collector lets them stand beside those of the next
/// step. 600,000 studies (28 November 2026): 5.0 GB within the build of related studies, and as much again when that build
/// began beside what the search index had left.</remarks>
internal static class LargeBuild
{
    private const int ManyStudies = 50_000;

    /// <summary>Gives back what a step of so many studies has left.</summary>
    public static void GiveBack(long studies)
    {
        if (studies >= ManyStudies)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
