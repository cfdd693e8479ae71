namespace Lind.Store;

/// <summary>A batch could not be written: the disk is full, the file is locked. Nothing of the batch is kept.</summary>
public sealed class StoreWriteException : Exception
{
    public StoreWriteException()
    {
    }

    public StoreWriteException(string message)
        : base(message)
    {
    }

    public StoreWriteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
