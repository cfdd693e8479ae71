namespace Lind.Index.Storage;

/// <summary>A file of an index is missing, damaged, of a version that this program does not read, or for another
/// schema. The message names the file.</summary>
public sealed class IndexFormatException : IOException
{
    /// <summary>Makes the exception.</summary>
    public IndexFormatException()
    {
    }

    /// <summary>Makes the exception with its message.</summary>
    public IndexFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its message and cause.</summary>
    public IndexFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static IndexFormatException In(string file, string problem) => new($"{file}: {problem}.");
}
