namespace Lind.Registry;

/// <summary>The right to write into a folder: one program at a time. The system gives it back when the program ends,
/// however it ends.</summary>
internal sealed class RegistryLock : IDisposable
{
    private readonly FileStream _file;

    private RegistryLock(FileStream file) => _file = file;

    /// <summary>Null if another program, or another part of this one, writes.</summary>
    public static RegistryLock? TryTake(RegistryFolder folder)
    {
        try
        {
            return new RegistryLock(new FileStream(
                folder.LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            // Shared differently by its holder: that is the answer.
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
