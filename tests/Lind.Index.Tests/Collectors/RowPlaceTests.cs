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
    public void Points_ColumnOfAnotherKind_IsRefused() => Assert.Throws<ArgumentException>(() => PointCounter.Count(
        _snapshot, Query.All, new PointRequest(Table, ModelWorld.NestedKeywordColumn, ModelWorld.NestedKeywordColumn, ModelWorld.KeywordColumn, default)));

    [Fact]
    public void Combinations_HoldEveryRowThatHasAPoint()
    {
        var place = ModelWorld.NestedKeywordColumn;
        var withPoint = _documents.SelectMany(document => document.Nested)
            .Where(row => row.Points.GetValueOrDefault(ModelWorld.NestedPointColumn, []).Count > 0).ToList();

        var found = RowCombinations.Of(_snapshot, Table, (place, place, place), ModelWorld.NestedPointColumn);

        Assert.Equal(withPoint.Count, found.Sum(one => one.Rows));
        Assert.Equal(
            withPoint.Where(row => row.Keywords.ContainsKey(place)).SelectMany(row => row.Keywords[place].Order(StringComparer.Ordinal).Take(1)).Distinct().Order(),
            found.Select(one => one.Keywords[0]).OfType<string>().Distinct().Order());
    }
}
