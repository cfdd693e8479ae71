using Lind.Index.Storage;

namespace Lind.Index.Tests.Storage;

public sealed class BoundedMemoTests
{
    [Fact]
    public void Set_MoreThanFits_ForgetsWhatWasNotAskedForLongest()
    {
        var memo = new BoundedMemo<string, int>(mostBytes: 100, mostParts: 2);
        memo.Set("a", 1, 40);
        memo.Set("b", 2, 40);
        Assert.True(memo.TryFind("a", out var a));
        Assert.Equal(1, a);
        memo.Set("c", 3, 40);

        Assert.True(memo.TryFind("a", out _));
        Assert.False(memo.TryFind("b", out _));
        Assert.True(memo.TryFind("c", out _));
    }

    [Fact]
    public void Set_OfAKnownKey_TakesItsPlaceAndItsBytes()
    {
        var memo = new BoundedMemo<string, int>(mostBytes: 100, mostParts: 2);
        memo.Set("a", 1, 50);
        memo.Set("a", 2, 10);
        memo.Set("b", 3, 50);
        memo.Set("c", 4, 40);

        Assert.True(memo.TryFind("a", out var a));
        Assert.Equal(2, a);
        Assert.True(memo.TryFind("b", out _));
    }

    [Fact]
    public void Set_TooLargeAnEntry_IsNotKept()
    {
        var memo = new BoundedMemo<string, int>(mostBytes: 100, mostParts: 2);
        memo.Set("a", 1, 51);
        Assert.False(memo.TryFind("a", out _));
    }
}
