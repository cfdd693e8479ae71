using Lind.Search.Similarity;

namespace Lind.Search.Tests.Similarity;

public sealed class AheadTests
{
    [Fact]
    public void Of_GivesAllItemsInTheirOrder() =>
        Assert.Equal(Enumerable.Range(0, 1_000), Ahead.Of(Enumerable.Range(0, 1_000), 3, TestContext.Current.CancellationToken));

    [Fact]
    public void Of_SourceThatFails_ThrowsItsError_AfterWhatCameBefore()
    {
        var seen = new List<int>();
        var thrown = Assert.Throws<InvalidDataException>(() =>
            seen.AddRange(Ahead.Of(Failing(), 2, TestContext.Current.CancellationToken).Select(item => item)));

        Assert.Equal("after two", thrown.Message);
        Assert.Equal([1, 2], seen);
    }

    [Fact]
    public void Of_GivenUp_ReadsNoFurther()
    {
        var taken = 0;
        var source = Enumerable.Range(0, 1_000_000).Select(item => Interlocked.Increment(ref taken));
        Assert.Equal(1, Ahead.Of(source, 4, TestContext.Current.CancellationToken).First());

        Assert.InRange(Volatile.Read(ref taken), 1, 16);
    }

    [Fact]
    public void Of_Cancelled_EndsTheWaiting()
    {
        using var cancel = new CancellationTokenSource();
        var items = Ahead.Of(Enumerable.Range(0, 1_000), 2, cancel.Token).Select(item =>
        {
            cancel.Cancel();
            return item;
        });

        Assert.ThrowsAny<OperationCanceledException>(() => items.Count());
    }

    private static IEnumerable<int> Failing()
    {
        yield return 1;
        yield return 2;
        throw new InvalidDataException("after two");
    }
}
