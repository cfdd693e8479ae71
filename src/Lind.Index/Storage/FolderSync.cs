using System.Runtime.InteropServices;

namespace Lind.Index.Storage;

/// <summary>Brings a folder's entries to the disk: .NET opens no folders, so this asks the C library.</summary>
internal static partial class FolderSync
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The folder could not be opened or flushed.</exception>
    internal static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // A folder cannot be flushed there; the file system journals its names.
        }

        var handle = OpenFile(path, ReadOnly);
        if (handle < 0)
        {
            throw new IOException($"{path}: the folder could not be opened (error {Marshal.GetLastPInvokeError()}).");
        }

        var failed = FlushFile(handle) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = CloseFile(handle);
        if (failed)
        {
            throw new IOException($"{path}: the folder could not be flushed (error {error}).");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FlushFile(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int CloseFile(int handle);
}
