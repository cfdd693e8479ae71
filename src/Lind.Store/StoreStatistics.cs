namespace Lind.Store;

/// <summary>The store in figures.</summary>
/// <param name="Studies">Studies with a current version.</param>
/// <param name="Versions">All versions kept, the current ones included.</param>
/// <param name="JsonBytes">Compact JSON of the current versions.</param>
/// <param name="StoredBytes">Bytes on disk.</param>
/// <param name="DataStamp">The newest download stamp of the registry among the records; null if none has one.</param>
/// <param name="LastChange">The number of the newest change (see <see cref="IStudyStore.ReadChangesAsync"/>).</param>
public sealed record StoreStatistics(
    long Studies, long Versions, long JsonBytes, long StoredBytes, DateOnly? DataStamp, long LastChange);
