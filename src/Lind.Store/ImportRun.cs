namespace Lind.Store;

/// <summary>One import as the store remembers it.</summary>
/// <param name="Finished">Null while it runs, and for ever if it was cut off.</param>
public sealed record ImportRun(
    long Id, DateTimeOffset Started, DateTimeOffset? Finished, ImportCounts Counts);
