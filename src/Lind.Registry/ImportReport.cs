using Lind.Store;

namespace Lind.Registry;

/// <summary>What an import did.</summary>
/// <param name="RunId">Its number in the store's book: the way to its rejected records.</param>
/// <param name="Elapsed">With the indexes.</param>
/// <param name="StoreElapsed">Until the last batch was in the store.</param>
public sealed record ImportReport(long RunId, ImportCounts Counts, TimeSpan Elapsed, TimeSpan StoreElapsed);
