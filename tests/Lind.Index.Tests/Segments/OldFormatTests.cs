using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;
using Lind.TestKit;

namespace Lind.Index.Tests.Segments;

/// <summary>Indexes of every released format version stay in TestData: those that are read must open, those that are not must be
/// refused in plain words. A new version gets a folder of its own, written once with <c>LIND_ACCEPT_GOLDENS=1</c>; the old ones
/// are never rewritten.</summary>
public sealed class OldFormatTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Open_IndexOfAFormatNoLongerRead_IsRefusedNamingTheVersions(int version)
    {
        var folder = Repository.PathOf("tests", "Lind.Index.Tests", "TestData", $"format-{version}");

        var refused = Assert.Throws<IndexFormatException>(() => Snapshot.Open(new FileDirectory(folder), ModelWorld.Schema));

        Assert.Equal($"manifest: format version {version}; this program reads 3.", refused.Message);
    }

    [Theory]
    [InlineData("format-3")]
    public void Open_IndexOfAnOlderVersion_AnswersAsTheModel(string version)
    {
        var documents = ModelIndex.Documents(21, 40);
        var folder = Repository.PathOf("tests", "Lind.Index.Tests", "TestData", version);
        if (Environment.GetEnvironmentVariable("LIND_ACCEPT_GOLDENS") == "1" && !Directory.Exists(folder))
        {
            using var writer = IndexWriter.Open(new FileDirectory(folder), ModelWorld.Schema, new IndexOptions { MergeInBackground = false });
            ModelIndex.Add(writer, documents[..25]);
            writer.Commit().Dispose();
            ModelIndex.Add(writer, documents[20..]);
            writer.Commit().Dispose();
        }

        using var copy = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, copy.File(Path.GetFileName(file)));
        }

        using var snapshot = Snapshot.Open(new FileDirectory(copy.Path), ModelWorld.Schema);
        snapshot.Verify();
        var searcher = new Searcher(snapshot);
        Assert.Equal(documents.Select(document => document.Key), searcher.Keys(Query.All).Order());
        var queries = new RandomQueries(new ModelWorld(22));
        for (var i = 0; i < 100; i++)
        {
            var query = queries.Next();
            Assert.Equal(
                documents.Where(document => ModelEvaluator.Matches(query, document)).Select(document => document.Key),
                searcher.Keys(query).Order());
        }
    }
}
