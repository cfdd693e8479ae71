using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;

namespace Lind.Index.Tests.Storage;

/// <summary>A damaged file is refused, and the message names it.</summary>
public sealed class DamageTests
{
    [Fact]
    public void Open_FileCutShort_IsRefusedByName()
    {
        foreach (var name in Written().List())
        {
            foreach (var share in new[] { 0, 2, 3 })
            {
                var directory = Written();
                var bytes = directory.Read(name);
                directory.Put(name, bytes.AsSpan(0, bytes.Length * share / 4));
                AssertRefused(directory, name);
            }

            var gone = Written();
            gone.TryDelete(name);
            AssertRefused(gone, name);
        }
    }

    [Fact]
    public void Verify_AnyBitFlipped_IsRefusedByName()
    {
        var random = new Random(5);
        foreach (var name in Written().List())
        {
            for (var i = 0; i < 40; i++)
            {
                var directory = Written();
                var bytes = directory.Read(name).ToArray();
                bytes[i < 16 ? i : random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                directory.Put(name, bytes);
                AssertRefused(directory, name);
            }
        }
    }

    [Fact]
    public void Verify_EachByteOfTheColumns_IsRefusedByName()
    {
        var name = Written().List().First(file => file.EndsWith(".col", StringComparison.Ordinal));
        var whole = Written().Read(name).ToArray();
        for (var i = 0; i < whole.Length; i++)
        {
            var directory = Written();
            var bytes = (byte[])whole.Clone();
            bytes[i] ^= 0x12;
            directory.Put(name, bytes);
            AssertRefused(directory, name);
        }
    }

    [Fact]
    public void Open_OtherSchema_IsRefused()
    {
        var other = new Lind.Index.Schemas.IndexSchema(new Lind.Index.Schemas.TableSchema("other", [new("a")], []));

        var refused = Assert.Throws<IndexFormatException>(() => Snapshot.Open(Written(), other));
        Assert.Contains("schema", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(MemoryDirectory directory, string name)
    {
        var refused = Assert.Throws<IndexFormatException>(() =>
        {
            using var snapshot = Snapshot.Open(directory, ModelWorld.Schema);
            snapshot.Verify();
        });
        Assert.StartsWith(name, refused.Message, StringComparison.Ordinal);
    }

    private static MemoryDirectory Written()
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, ModelWorld.Schema, new IndexOptions { MergeInBackground = false });
        ModelIndex.Add(writer, ModelIndex.Documents(1, 30));
        writer.Attach("attached", [1, 2, 3]);
        writer.Commit().Dispose();
        writer.Delete(3);
        writer.Commit().Dispose();
        return directory;
    }
}
