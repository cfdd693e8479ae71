namespace Lind.Store;

/// <summary>One import's way into the store.</summary>
public interface IStudyWriter : IAsyncDisposable
{
    /// <summary>The import's own number.</summary>
    long RunId { get; }

    /// <summary>Writes a batch: all of it or, after an exception, nothing of it.</summary>
    ValueTask CommitAsync(StoreBatch batch, CancellationToken cancellationToken);

    /// <summary>Closes the import's book.</summary>
    ValueTask FinishAsync(ImportCounts counts, CancellationToken cancellationToken);
}
