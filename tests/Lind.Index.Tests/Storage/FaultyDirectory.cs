using Lind.Index.Storage;

namespace Lind.Index.Tests.Storage;

/// <summary>Passes everything on to another directory, but fails from the n-th change (create, write, flush, rename, delete)
/// on, as a full or dying disk would.</summary>
public sealed class FaultyDirectory(IndexDirectory inner) : IndexDirectory
{
    /// <summary>How many changes still succeed.</summary>
    public int ChangesLeft { get; set; } = int.MaxValue;

    public override IReadOnlyList<string> List() => inner.List();

    public override Stream Create(string name)
    {
        Change();
        return new FaultyStream(this, inner.Create(name));
    }

    public override void Sync(string name)
    {
        Change();
        inner.Sync(name);
    }

    public override void SyncNames()
    {
        Change();
        inner.SyncNames();
    }

    public override void Rename(string from, string to)
    {
        Change();
        inner.Rename(from, to);
    }

    public override bool TryDelete(string name) => ChangesLeft > 0 && inner.TryDelete(name);

    public override IndexFile Open(string name) => inner.Open(name);

    public override IDisposable LockForWriting() => inner.LockForWriting();

    private void Change()
    {
        if (ChangesLeft-- <= 0)
        {
            throw new IOException("No space left on device (made up by a test).");
        }
    }

    private sealed class FaultyStream(FaultyDirectory directory, Stream stream) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => stream.Length;

        public override long Position { get => stream.Position; set => throw new NotSupportedException(); }

        public override void Flush() => stream.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            directory.Change();
            stream.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            stream.Dispose();
            base.Dispose(disposing);
        }
    }
}
