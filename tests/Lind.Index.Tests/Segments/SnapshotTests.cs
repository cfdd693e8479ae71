using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;
using Lind.TestKit;

namespace Lind.Index.Tests.Segments;

public sealed class SnapshotTests
{
    [Fact]
    public void Open_FolderWrittenBefore_ReadsTheSame()
    {
        using var folder = new TempFolder();
        var directory = new FileDirectory(folder.Path);
        var documents = ModelIndex.Documents(1, 200);
        using (var writer = IndexWriter.Open(directory, ModelWorld.Schema))
        {
            writer.Attach("words", [1, 2, 3]);
            ModelIndex.Add(writer, documents);
            using var published = writer.Commit(new Dictionary<string, string> { ["note"] = "kept" });
        }

        using var snapshot = Snapshot.Open(directory, ModelWorld.Schema);
        snapshot.Verify();
        Assert.Equal(documents.Count, snapshot.DocumentCount);
        Assert.Equal(documents.Select(document => document.Key).Order(), snapshot.Keys().Order());
        Assert.Equal("kept", snapshot.Notes["note"]);
        Assert.Equal([1, 2, 3], snapshot.ReadAttachment("words"));
    }

    [Fact]
    public void Snapshot_HeldWhileTheIndexChanges_StaysAsItWas()
    {
        using var folder = new TempFolder();
        using var writer = IndexWriter.Open(new FileDirectory(folder.Path), ModelWorld.Schema);
        ModelIndex.Add(writer, ModelIndex.Documents(2, 50));
        using var before = writer.Commit();
        writer.DeleteAll();
        using var after = writer.Commit();
        writer.MergeAll();

        Assert.Equal(50, new Searcher(before).Count(Query.All));
        Assert.Equal(0, new Searcher(after).Count(Query.All));
        Assert.Equal(50, before.DocumentCount);
    }

    [Fact]
    public void Open_BesideAnOlderState_SharesWhatDidNotChange()
    {
        using var folder = new TempFolder();
        var directory = new FileDirectory(folder.Path);
        var documents = ModelIndex.Documents(3, 60);
        Write(directory, documents.Take(40));
        var older = Snapshot.Open(directory, ModelWorld.Schema);
        Write(directory, documents.Skip(40));
        Write(directory, documents.Take(3));

        using var newer = Snapshot.Open(directory, ModelWorld.Schema, older);
        Assert.Equal(1, newer.Segments.Count(segment => segment.Reader == older.Segments[0].Reader));
        Assert.Equal(40, older.DocumentCount);
        older.Dispose();

        newer.Verify();
        Assert.Equal(documents.Select(document => document.Key).Order(), newer.Keys().Order());
        Assert.Equal(documents.Count, new Searcher(newer).Count(Query.All));
    }

    [Fact]
    public void Open_BesideAStateOfADeletedIndex_SharesNothing()
    {
        using var folder = new TempFolder();
        Write(new FileDirectory(folder.Path), ModelIndex.Documents(3, 60));
        using var older = Snapshot.Open(new FileDirectory(folder.Path), ModelWorld.Schema);
        using var other = new TempFolder();
        Write(new FileDirectory(other.Path), ModelIndex.Documents(4, 61));

        using var newer = Snapshot.Open(new FileDirectory(other.Path), ModelWorld.Schema, older);

        Assert.Equal(older.Segments[0].Reader.Number, newer.Segments[0].Reader.Number);
        Assert.NotSame(older.Segments[0].Reader, newer.Segments[0].Reader);
        Assert.Equal(61, new Searcher(newer).Count(Query.All));
    }

    private static void Write(FileDirectory directory, IEnumerable<ModelDocument> documents)
    {
        using var writer = IndexWriter.Open(directory, ModelWorld.Schema);
        ModelIndex.Add(writer, documents.ToList());
        writer.Commit().Dispose();
    }

    [Fact]
    public void OpenWriter_Twice_IsRefused()
    {
        using var folder = new TempFolder();
        using var writer = IndexWriter.Open(new FileDirectory(folder.Path), ModelWorld.Schema);

        Assert.Throws<IOException>(() => IndexWriter.Open(new FileDirectory(folder.Path), ModelWorld.Schema));
    }

    [Fact]
    public void Delete_ThenCommit_HidesTheDocument()
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema);
        var documents = ModelIndex.Documents(3, 20);
        ModelIndex.Add(writer, documents);
        using var first = writer.Commit();
        writer.Delete(documents[5].Key);
        using var second = writer.Commit();

        Assert.True(first.Contains(documents[5].Key));
        Assert.False(second.Contains(documents[5].Key));
        Assert.Equal(19, second.DocumentCount);
    }

    [Fact]
    public void Columns_OfADocument_AreWhatWasGiven()
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema);
        var documents = ModelIndex.Documents(4, 200);
        ModelIndex.Add(writer, documents);
        using var snapshot = writer.Commit();
        foreach (var document in documents)
        {
            var columns = snapshot.Columns(document.Key)!;
            var row = document.Row;
            Assert.Equal(row.Integers.GetValueOrDefault(ModelWorld.IntegerColumn, []), columns.Integers(ModelWorld.IntegerColumn));
            Assert.Equal(row.Reals.GetValueOrDefault(ModelWorld.RealColumn, []), columns.Reals(ModelWorld.RealColumn));
            Assert.Equal(row.Ranges.GetValueOrDefault(ModelWorld.RangeColumn, []), columns.Ranges(ModelWorld.RangeColumn));
            Assert.Equal(
                row.Keywords.GetValueOrDefault(ModelWorld.KeywordColumn, []).Distinct().Order(StringComparer.Ordinal),
                columns.Keywords(ModelWorld.KeywordColumn).Select(value => System.Text.Encoding.UTF8.GetString(value.Span)));
            Assert.Equal(document.Nested.Count, columns.RowCount(1));
            for (var i = 0; i < document.Nested.Count; i++)
            {
                var points = document.Nested[i].Points.GetValueOrDefault(ModelWorld.NestedPointColumn, []);
                var read = columns.Points(ModelWorld.NestedPointColumn, 1, i);
                Assert.Equal(points.Count, read.Count);
                Assert.All(points.Zip(read), pair => Assert.Equal(pair.First.Latitude, pair.Second.Latitude, 6));
            }
        }
    }

    [Fact]
    public void TermHits_OfATerm_GiveFieldFormAndPlaceInValue()
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema);
        var builder = writer.CreateBuilder();
        builder.Begin(7);
        builder.BeginValue(2);
        builder.Token("heart"u8, "Heart"u8);
        builder.Token("failure"u8, "failure"u8);
        builder.EndValue();
        builder.BeginValue(2);
        builder.Token("heart"u8, "hearts"u8);
        builder.EndValue();
        builder.End();
        using var snapshot = writer.Commit();

        var hits = snapshot.TermHits(7, "heart"u8);
        Assert.Equal(2, hits.Count);
        Assert.Equal("Heart"u8.ToArray(), hits[0].Surface.ToArray());
        Assert.True(hits[0].IsFirst && !hits[0].IsLast);
        Assert.Equal("hearts"u8.ToArray(), hits[1].Surface.ToArray());
        Assert.True(hits[1].IsFirst && hits[1].IsLast);
        Assert.True(hits[1].Position > hits[0].Position + 1);
        Assert.Equal(["Heart", "hearts"], snapshot.Surfaces(0, "heart"u8).Select(form => System.Text.Encoding.UTF8.GetString(form.Span)));
    }

    [Fact]
    public void KeywordValues_WithPrefix_CountsRows()
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema);
        var documents = ModelIndex.Documents(5, 300);
        ModelIndex.Add(writer, documents[..150]);
        using (writer.Commit())
        {
        }

        ModelIndex.Add(writer, documents[150..]);
        using var snapshot = writer.Commit();
        var expected = documents.SelectMany(document => document.Row.Keywords.GetValueOrDefault(ModelWorld.KeywordColumn, []).Distinct())
            .Where(value => value.StartsWith("k1", StringComparison.Ordinal)).GroupBy(value => value)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()));

        Assert.Equal(expected, snapshot.KeywordValues(0, ModelWorld.KeywordColumn, "k1"u8.ToArray()).Select(value => (value.Text, value.Rows)));
    }
}
