namespace Lind.Index.Storage;

/// <summary>An open file of an index, as read-only memory that stays in place until it is disposed.</summary>
public abstract class IndexFile : IDisposable
{
    /// <summary>Describes the file.</summary>
    protected IndexFile(string name) => Name = name;

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>All bytes of the file.</summary>
    internal abstract Region Content { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the memory.</summary>
    protected abstract void Dispose(bool disposing);
}
