namespace Lind.Store;

/// <summary>One import as the store remembers it.</summary>
/// <param name="Finished">Null while it runs, and for ever if it was killed.</param>
/// <param name="Error">Why it could not finish; null if it did.</param>
public sealed record ImportRun(
    long Id, DateTimeOffset Started, DateTimeOffset? Finished, ImportCounts Counts, string? Error);
