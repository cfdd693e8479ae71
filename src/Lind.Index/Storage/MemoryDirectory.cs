using System.Runtime.InteropServices;

namespace Lind.Index.Storage;

/// <summary>Index files in memory: for tests and for small indexes that need not outlive the process.</summary>
public sealed class MemoryDirectory : IndexDirectory
{
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly Lock _lock = new();
    private bool _locked;

    /// <inheritdoc/>
    public override IReadOnlyList<string> List()
    {
        lock (_lock)
        {
            return [.. _files.Keys];
        }
    }

    /// <inheritdoc/>
    public override Stream Create(string name)
    {
        Put(name, []);
        return new WriteStream(this, name);
    }

    /// <inheritdoc/>
    public override void Sync(string name)
    {
    }

    /// <inheritdoc/>
    public override void SyncNames()
    {
    }

    /// <inheritdoc/>
    public override void Rename(string from, string to)
    {
        lock (_lock)
        {
            _files[to] = _files[from];
            _files.Remove(from);
        }
    }

    /// <inheritdoc/>
    public override bool TryDelete(string name)
    {
        lock (_lock)
        {
            _files.Remove(name);
            return true;
        }
    }

    /// <inheritdoc/>
    public override IndexFile Open(string name)
    {
        lock (_lock)
        {
            return _files.TryGetValue(name, out var content)
                ? new PinnedFile(name, content)
                : throw IndexFormatException.In(name, "the file is missing");
        }
    }

    /// <inheritdoc/>
    public override IDisposable LockForWriting()
    {
        lock (_lock)
        {
            if (_locked)
            {
                throw new IOException("Another writer holds the lock.");
            }

            _locked = true;
            return new Unlock(this);
        }
    }

    /// <summary>A file's bytes, for tests that damage them.</summary>
    internal byte[] Read(string name)
    {
        lock (_lock)
        {
            return _files[name];
        }
    }

    internal void Put(string name, ReadOnlySpan<byte> content)
    {
        // Aligned as a mapped file is, and in place for as long as somebody refers to it.
        var copy = GC.AllocateUninitializedArray<byte>(content.Length, pinned: true);
        content.CopyTo(copy);
        lock (_lock)
        {
            _files[name] = copy;
        }
    }

    private sealed class WriteStream(MemoryDirectory directory, string name) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing && CanWrite)
            {
                directory.Put(name, GetBuffer().AsSpan(0, (int)Length));
            }

            base.Dispose(disposing);
        }
    }

    private sealed class Unlock(MemoryDirectory directory) : IDisposable
    {
        public void Dispose()
        {
            lock (directory._lock)
            {
                directory._locked = false;
            }
        }
    }

    private sealed unsafe class PinnedFile : IndexFile
    {
        private readonly byte[] _array; // Keeps the pinned array alive.

        internal PinnedFile(string name, byte[] array)
            : base(name) => _array = array;

        // Bound: the array's own length; it is pinned, so its address holds.
        internal override Region Content => new(
            (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array)),
            _array.Length);

        protected override void Dispose(bool disposing)
        {
        }
    }
}
