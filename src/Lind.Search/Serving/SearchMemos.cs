using Lind.Index.Storage;
using Lind.Search.Binding;

namespace Lind.Search.Serving;

/// <summary>What searches of an index found, for those who ask for the same again, or for something like it.</summary>
/// <param name="bytes">How much memory whole answers take at most; the others take a sixteenth each.</param>
internal sealed class SearchMemos(long bytes) : IDisposable
{
    private const int MostParts = 64;
    private const int Share = 16;

    /// <summary>Whole answers, by <see cref="RequestKey.OfAnswer"/>.</summary>
    public BoundedMemo<string, FoundAnswer> Answers { get; } = new(bytes, MostParts);

    /// <summary>How many studies a term and its synonyms find.</summary>
    public BoundedMemo<(string View, TermReading Term), long[]> Counts { get; } = new(bytes / Share, MostParts);

    /// <summary>Completions of what is being typed.</summary>
    public BoundedMemo<(string View, string Area, string Prefix, int Limit), IReadOnlyList<Suggestion>> Suggestions { get; } =
        new(bytes / Share, MostParts);

    /// <summary>Queries that were dear to answer.</summary>
    public DearQueries Dear { get; } = new();

    public void Dispose() => Dear.Dispose();
}
