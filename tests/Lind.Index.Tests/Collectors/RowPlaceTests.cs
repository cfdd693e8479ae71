using Lind.Index.Collectors;
using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;

namespace Lind.Index.Tests.Collectors;

/// <summary>Where nested rows lie and what they hold, against plain loops, over two segments with a deletion.</summary>
public sealed class RowPlaceTests : IDisposable
{
    private const int Table = 1;
    private const long Deleted = 3;

    private readonly List<ModelDocument> _documents = ModelIndex.Documents(23, 300);
    private readonly IndexWriter _writer = IndexWriter.Open(
        new MemoryDirectory(), ModelWorld.Schema, new IndexOptions { MergeInBackground = false });

    private readonly Snapshot _snapshot;

    public RowPlaceTests()
    {
        ModelIndex.Add(_writer, _documents[..200]);
        _writer.Commit().Dispose();
        ModelIndex.Add(_writer, _documents[200..]);
        _writer.Delete(Deleted);
        _snapshot = _writer.Commit();
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _writer.Dispose();
    }

    [Fact]
    public void Points_CountEveryRowOfTheMatches_AndTheMarkedOnes()
    {
        const string Mark = "k1";
        var request = new PointRequest(Table, ModelWorld.NestedPointColumn, ModelWorld.NestedKeywordColumn, ModelWorld.KeywordColumn, "k1"u8.ToArray());
        var rows = _documents.Where(document => document.Key != Deleted).SelectMany(document => document.Nested.Select(row => (
            Row: row,
            Marked: document.Row.Keywords.GetValueOrDefault(ModelWorld.KeywordColumn, []).Contains(Mark)
                && (row.Keywords.GetValueOrDefault(ModelWorld.NestedKeywordColumn, []) is var own && (own.Count == 0 || own.Contains(Mark)))))).ToList();
        var places = rows.SelectMany(one => one.Row.Points.GetValueOrDefault(ModelWorld.NestedPointColumn, []).Distinct().Select(_ => one.Marked)).ToList();

        var counts = PointCounter.Count(_snapshot, Query.All, request, TestContext.Current.CancellationToken);

        Assert.NotEmpty(counts);
        Assert.Equal(places.Count, counts.Sum(count => count.Rows));
        Assert.Equal(places.Count(marked => marked), counts.Sum(count => count.Marked));
        Assert.Contains(counts, count => count.Marked > 0);
        Assert.Equal(counts.OrderByDescending(count => count.Rows).Select(count => count.Rows), counts.Select(count => count.Rows));
    }

    [Fact]
    public void Documents_CountOnceForAKeyword_HoweverOftenAndWhereTheyHoldIt()
    {
        int[] columns = [ModelWorld.KeywordColumn, ModelWorld.SingleKeywordColumn];
        var expected = _documents.Where(document => document.Key != Deleted)
            .SelectMany(document => columns.SelectMany(column => document.Row.Keywords.GetValueOrDefault(column, []))
                .Select(keyword => keyword[..1]).Distinct())
            .CountBy(key => key).ToDictionary();

        var found = KeywordDocuments.Count(_snapshot, columns, keyword => keyword[..1], TestContext.Current.CancellationToken);

        Assert.Equal(expected, found.ToDictionary(one => one.Key, one => one.Value.Documents));
        Assert.All(found, one => Assert.StartsWith(one.Key, one.Value.Text, StringComparison.Ordinal));
        var whole = KeywordDocuments.Count(_snapshot, columns, keyword => keyword, TestContext.Current.CancellationToken);
        Assert.True(whole.Count > 1);
        Assert.All(whole, one => Assert.Equal(one.Value.Documents, _documents.Count(document => document.Key != Deleted
            && columns.Any(column => document.Row.Keywords.GetValueOrDefault(column, []).Contains(one.Key)))));
        Assert.Throws<ArgumentException>(() => KeywordDocuments.Count(_snapshot, [0], keyword => keyword, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Points_ColumnOfAnotherKind_IsRefused() => Assert.Throws<ArgumentException>(() => PointCounter.Count(
        _snapshot, Query.All, new PointRequest(Table, ModelWorld.NestedKeywordColumn, ModelWorld.NestedKeywordColumn, ModelWorld.KeywordColumn, default)));

    [Fact]
    public void Combinations_HoldEveryRow_ThoseWithoutAPointApart()
    {
        var place = ModelWorld.NestedKeywordColumn;
        var rows = _documents.SelectMany(document => document.Nested)
            .ToLookup(row => row.Points.GetValueOrDefault(ModelWorld.NestedPointColumn, []).Count > 0);

        var found = RowCombinations.Of(_snapshot, Table, (place, place, place), ModelWorld.NestedPointColumn);

        Assert.Equal(rows[true].Count(), found.Where(one => one.Latitude is not null).Sum(one => one.Rows));
        Assert.Equal(rows[false].Count(), found.Where(one => one.Latitude is null && one.Longitude is null).Sum(one => one.Rows));
        Assert.All([true, false], placed => Assert.NotEmpty(rows[placed]));
        Assert.Equal(
            rows[true].Concat(rows[false]).Where(row => row.Keywords.ContainsKey(place)).SelectMany(row => row.Keywords[place].Order(StringComparer.Ordinal).Take(1)).Distinct().Order(),
            found.Select(one => one.Keywords[0]).OfType<string>().Distinct().Order());
    }
}
