namespace Lind.Index.Storage;

/// <summary>Where an index keeps its files.</summary>
/// <remarks>Files are written once, under a new name, and never changed. Implementations are thread-safe.</remarks>
public abstract class IndexDirectory
{
    /// <summary>The names of all files.</summary>
    public abstract IReadOnlyList<string> List();

    /// <summary>Creates a file for writing; an older one of that name is replaced.</summary>
    /// <remarks>Requires: the caller disposes the stream. What was written is certain to survive a power cut only after
    /// <see cref="Sync"/>.</remarks>
    public abstract Stream Create(string name);

    /// <summary>Brings a closed file's content to the disk.</summary>
    public abstract void Sync(string name);

    /// <summary>Brings the file names themselves to the disk.</summary>
    public abstract void SyncNames();

    /// <summary>Renames a file, atomically replacing an older one of the new name.</summary>
    public abstract void Rename(string from, string to);

    /// <summary>Removes a file. On systems that cannot remove a file in use it returns false; the caller may try again
    /// later.</summary>
    public abstract bool TryDelete(string name);

    /// <summary>Opens a file for reading as one piece of memory.</summary>
    /// <exception cref="IndexFormatException">There is no such file.</exception>
    public abstract IndexFile Open(string name);

    /// <summary>Takes the one writer's lock; dispose to release it.</summary>
    /// <exception cref="IOException">Another writer holds it.</exception>
    public abstract IDisposable LockForWriting();
}
