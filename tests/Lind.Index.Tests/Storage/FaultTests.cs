using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;

namespace Lind.Index.Tests.Storage;

/// <summary>Wherever the disk fails, the last published state is whole, and a later commit takes up what failed.</summary>
public sealed class FaultTests
{
    private static readonly IndexOptions Quiet = new() { MergeInBackground = false };

    [Fact]
    public void Commit_DiskFailsAtTheNthChange_OldStateStaysAndRetryPublishes()
    {
        var first = ModelIndex.Documents(1, 40);
        var second = ModelIndex.Documents(2, 60);
        var failures = 0;
        for (var changes = 0; ; changes += 1 + (changes / 8))
        {
            var memory = new MemoryDirectory();
            var faulty = new FaultyDirectory(memory);
            using var writer = IndexWriter.Open(faulty, ModelWorld.Schema, Quiet);
            ModelIndex.Add(writer, first);
            writer.Commit().Dispose();
            ModelIndex.Add(writer, second);
            writer.Delete(59);

            faulty.ChangesLeft = changes;
            var failed = Record.Exception(() => writer.Commit().Dispose());
            using (var snapshot = Snapshot.Open(memory, ModelWorld.Schema))
            {
                snapshot.Verify();
                var expected = failed is null ? second[..59] : first;
                Assert.Equal(expected.Select(document => document.Key).Order(), new Searcher(snapshot).Keys(Query.All).Order());
                Assert.Equal(expected.Count, snapshot.DocumentCount);
            }

            faulty.ChangesLeft = int.MaxValue;
            using var retried = writer.Commit();
            retried.Verify();
            Assert.Equal(59, retried.DocumentCount);
            if (failed is null)
            {
                Assert.True(failures > 10, $"only {failures} places failed");
                return;
            }

            Assert.IsType<IOException>(failed);
            failures++;
        }
    }

    [Fact]
    public void Merge_DiskFailsAtTheNthChange_OldStateStays()
    {
        for (var changes = 0; ; changes += 1 + (changes / 4))
        {
            var memory = new MemoryDirectory();
            var faulty = new FaultyDirectory(memory);
            using var writer = IndexWriter.Open(faulty, ModelWorld.Schema, Quiet);
            ModelIndex.Add(writer, ModelIndex.Documents(3, 30));
            writer.Commit().Dispose();
            ModelIndex.Add(writer, ModelIndex.Documents(4, 50)[20..]);
            writer.Commit().Dispose();

            faulty.ChangesLeft = changes;
            var failed = Record.Exception(() => writer.MergeAll());
            using var snapshot = Snapshot.Open(memory, ModelWorld.Schema);
            snapshot.Verify();
            Assert.Equal(50, new Searcher(snapshot).Count(Query.All));
            if (failed is null)
            {
                Assert.Single(IndexSummary.Of(snapshot).Segments);
                return;
            }

            Assert.IsType<IOException>(failed);
        }
    }
}
