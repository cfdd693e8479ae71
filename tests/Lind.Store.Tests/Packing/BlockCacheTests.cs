using Lind.Store.Packing;

namespace Lind.Store.Tests.Packing;

public sealed class BlockCacheTests
{
    [Fact]
    public void TryGet_OfAPart_GivesItOnlyWhenItReachesFarEnough()
    {
        var cache = new BlockCache(1000);
        cache.Add(1, new byte[100]);

        Assert.True(cache.TryGet(1, 100, out var part));
        Assert.Equal(100, part.Length);
        Assert.False(cache.TryGet(1, 101, out _));
        Assert.False(cache.TryGet(2, 0, out _));
    }

    [Fact]
    public void Add_OfMoreOrLessOfABlock_KeepsTheLonger()
    {
        var cache = new BlockCache(1000);
        cache.Add(1, new byte[100]);
        cache.Add(1, new byte[300]);
        cache.Add(1, new byte[200]);

        Assert.True(cache.TryGet(1, 300, out var block));
        Assert.Equal(300, block.Length);
    }

    [Fact]
    public void Add_BeyondTheCapacity_ForgetsTheOneUnusedLongest()
    {
        var cache = new BlockCache(1000);
        cache.Add(1, new byte[400]);
        cache.Add(2, new byte[400]);
        Assert.True(cache.TryGet(1, 400, out _));
        cache.Add(3, new byte[400]);

        Assert.True(cache.TryGet(1, 400, out _));
        Assert.False(cache.TryGet(2, 400, out _));
        Assert.True(cache.TryGet(3, 400, out _));
        cache.Add(4, new byte[1001]);
        Assert.False(cache.TryGet(4, 0, out _));
    }
}
