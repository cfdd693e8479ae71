namespace Lind.Index.Storage;

/// <summary>A part of a file, starting at a multiple of 64 bytes.</summary>
/// <param name="Offset">From the start of the file.</param>
/// <param name="Length">In bytes.</param>
internal readonly record struct Section(long Offset, long Length)
{
    /// <summary>The section's memory.</summary>
    /// <exception cref="IndexFormatException">The section does not lie within the file.</exception>
    internal Region In(IndexFile file)
    {
        if (Offset < 0 || Length < 0 || Offset > file.Content.Length || Length > file.Content.Length - Offset)
        {
            throw IndexFormatException.In(file.Name, $"a section at {Offset} of {Length} bytes lies outside the file");
        }

        return file.Content.Slice(Offset, Length);
    }
}
