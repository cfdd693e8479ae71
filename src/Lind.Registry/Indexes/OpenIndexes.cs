using Lind.Search;
using Lind.Search.Patients;
using Lind.Search.Similarity;

namespace Lind.Registry.Indexes;

/// <summary>The indexes as they were published together. Null for related studies: none was built yet.</summary>
internal sealed record OpenIndexes(SearchIndex Search, RelatedIndex? Related, PublishedState State) : IDisposable
{
    /// <param name="folder">Where they are.</param>
    /// <param name="studiesLike">Says for the search index which studies are like a text.</param>
    public static OpenIndexes Open(RegistryFolder folder, Func<string, IReadOnlyList<StudyLikeness>> studiesLike)
    {
        var state = PublishedState.Read(folder);
        var search = SearchIndex.Open(folder.SearchPath, new SearchIndexOptions { StudiesLike = studiesLike });
        try
        {
            return new OpenIndexes(search, OpenRelated(folder), state);
        }
        catch (InvalidDataException)
        {
            search.Dispose();
            throw;
        }
    }

    /// <summary>What was published since, by this program or another one. The search index moves on by itself and keeps
    /// open what did not change.</summary>
    public OpenIndexes Advance(RegistryFolder folder)
    {
        var state = PublishedState.Read(folder);
        Search.Refresh();
        return new OpenIndexes(Search, OpenRelated(folder), state);
    }

    public void Dispose()
    {
        Search.Dispose();
        Related?.Dispose();
    }

    private static RelatedIndex? OpenRelated(RegistryFolder folder)
    {
        try
        {
            return RelatedIndex.IsCurrent(folder.RelatedPath) ? RelatedIndex.Open(folder.RelatedPath) : null;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
