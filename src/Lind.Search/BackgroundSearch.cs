using Lind.Index.Collectors;

namespace Lind.Search;

/// <summary>Searches that nobody waits for: they let those of people go first.</summary>
public static class BackgroundSearch
{
    /// <summary>From here on, until disposed, the searches of this flow of calls let others go first. A search among many others
    /// still gets on, slowly.</summary>
    public static IDisposable Begin()
    {
        Searcher.GivesWay = true;
        return new Ending();
    }

    private sealed class Ending : IDisposable
    {
        public void Dispose() => Searcher.GivesWay = false;
    }
}
