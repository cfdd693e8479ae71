using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;

namespace Lind.Index.Tests.Segments;

/// <summary>Random additions, replacements, deletes, commits, merges and reopenings against a dictionary.</summary>
public sealed class ChangeModelTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory, MemberData(nameof(Seeds))]
    public void RandomChanges_AfterEachCommit_IndexHoldsWhatTheModelHolds(int seed)
    {
        var world = new ModelWorld(seed);
        var random = world.Random;
        var model = new Dictionary<long, ModelDocument>();
        var directory = new MemoryDirectory();
        var options = new IndexOptions { MergeFactor = 3, MergeInBackground = seed % 2 == 0, BuilderMemory = seed % 3 == 0 ? 1 : 1 << 24 };
        var writer = IndexWriter.Open(directory, ModelWorld.Schema, options);
        var builders = new[] { writer.CreateBuilder(), writer.CreateBuilder() };
        for (var commit = 0; commit < 12; commit++)
        {
            // A key goes to one builder between commits: which of two builders is later is not defined.
            for (var change = random.Next(30); change > 0; change--)
            {
                var key = random.Next(60);
                if (random.Next(4) == 0)
                {
                    writer.Delete(key);
                    model.Remove(key);
                }
                else
                {
                    model[key] = world.Document(key);
                    ModelWorld.Write(model[key], builders[key % 2]);
                }
            }

            using var snapshot = writer.Commit();
            Check(snapshot, model, world);
            if (random.Next(3) == 0)
            {
                writer.MergeAll();
                using var merged = writer.OpenSnapshot();
                merged.Verify();
                Check(merged, model, world);
            }

            if (random.Next(4) == 0)
            {
                writer.Dispose();
                writer = IndexWriter.Open(directory, ModelWorld.Schema, options);
                builders = [writer.CreateBuilder(), writer.CreateBuilder()];
            }
        }

        writer.WaitForMerges();
        using (var last = writer.OpenSnapshot())
        {
            last.Verify();
            Check(last, model, world);
        }

        writer.Dispose();
    }

    private static void Check(Snapshot snapshot, Dictionary<long, ModelDocument> model, ModelWorld world)
    {
        Assert.Equal(model.Count, snapshot.DocumentCount);
        Assert.Equal(model.Keys.Order(), snapshot.Keys().Order());
        var searcher = new Searcher(snapshot);
        var queries = new RandomQueries(world);
        for (var i = 0; i < 10; i++)
        {
            var query = queries.Next(2);
            Assert.Equal(
                model.Values.Where(document => ModelEvaluator.Matches(query, document)).Select(document => document.Key).Order(),
                searcher.Keys(query).Order());
        }
    }
}
