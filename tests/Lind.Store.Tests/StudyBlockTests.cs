using System.Text;
using Lind.Store.Packing;

namespace Lind.Store.Tests;

public sealed class StudyBlockTests
{
    [Fact]
    public void Unpack_AnyBytes_GivesThemBack()
    {
        var random = new Random(3);
        foreach (var length in new[] { 0, 1, 7, 8, 9, 1000, 200_000 })
        {
            var raw = new byte[length];
            random.NextBytes(raw);

            Assert.Equal(raw, StudyBlock.Pack([raw], null).Unpack());
        }
    }

    [Fact]
    public void Unpack_AnyBitFlipped_IsNoticed()
    {
        var block = StudyBlock.Pack([Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("some text ", 30)))], null);
        for (var bit = 0; bit < block.Payload.Length * 8; bit++)
        {
            var damaged = block.Payload.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Throws<StoreDamagedException>(() => (block with { Payload = damaged }).Unpack());
        }
    }

    [Fact]
    public void ChecksumOf_KnownText_IsTheStandardsValue() =>
        // The check value of CRC-32C (Castagnoli).
        Assert.Equal(0xE3069283u, StudyBlock.ChecksumOf("123456789"u8));
}
