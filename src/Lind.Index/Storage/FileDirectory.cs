using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Lind.Index.Storage;

/// <summary>Index files in a folder of the file system, read through memory maps.</summary>
public sealed class FileDirectory : IndexDirectory
{
    private const string LockName = "write.lock";
    private const int BufferSize = 1 << 18;

    /// <summary>Uses a folder; it is created if it is not there.</summary>
    public FileDirectory(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> List() =>
        [.. Directory.EnumerateFiles(Path).Select(file => System.IO.Path.GetFileName(file)!).Where(name => name != LockName)];

    /// <inheritdoc/>
    public override Stream Create(string name) =>
        new FileStream(Full(name), FileMode.Create, FileAccess.Write, FileShare.Read, BufferSize);

    /// <inheritdoc/>
    public override void Sync(string name)
    {
        using var handle = File.OpenHandle(Full(name), FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <inheritdoc/>
    public override void SyncNames() => FolderSync.Flush(Path);

    /// <inheritdoc/>
    public override void Rename(string from, string to) => File.Move(Full(from), Full(to), overwrite: true);

    /// <inheritdoc/>
    public override bool TryDelete(string name)
    {
        try
        {
            File.Delete(Full(name));
            return true;
        }
        catch (IOException)
        {
            return false; // Still mapped by a reader (Windows); the contract lets the caller try again.
        }
        catch (UnauthorizedAccessException)
        {
            return false; // As above: Windows reports a mapped file in either way.
        }
    }

    /// <inheritdoc/>
    public override IndexFile Open(string name)
    {
        try
        {
            return new MappedFile(name, Full(name));
        }
        catch (FileNotFoundException missing)
        {
            throw new IndexFormatException($"{name}: the file is missing.", missing);
        }
    }

    /// <inheritdoc/>
    public override IDisposable LockForWriting() =>
        new FileStream(Full(LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private string Full(string name) => System.IO.Path.Combine(Path, name);

    private sealed unsafe class MappedFile : IndexFile
    {
        private readonly MemoryMappedFile? _map;
        private readonly MemoryMappedViewAccessor? _view;
        private readonly SafeMemoryMappedViewHandle? _handle;
        private Region _content;

        internal MappedFile(string name, string path)
            : base(name)
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var length = stream.Length;
            if (length == 0)
            {
                return; // An empty file cannot be mapped; an empty region says the same.
            }

            _map = MemoryMappedFile.CreateFromFile(
                stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            _view = _map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
            _handle = _view.SafeMemoryMappedViewHandle;
            byte* start = null;
            _handle.AcquirePointer(ref start);
            // Bound: the view has at least the file's length at the time of opening, and index files never shrink.
            _content = new Region(start + _view.PointerOffset, length);
        }

        internal override Region Content => _content;

        protected override void Dispose(bool disposing)
        {
            if (_content.Length == 0)
            {
                return;
            }

            _content = default;
            _handle!.ReleasePointer();
            _view!.Dispose();
            _map!.Dispose();
        }
    }
}
