using Lind.Index.Columns;
using Lind.Index.Encoding;

namespace Lind.Index.Tests.Columns;

/// <summary>Whatever way numbers are packed in, the same ones come back, and bytes that are not such numbers are refused.</summary>
public sealed class PackedNumbersTests
{
    public static TheoryData<string, long[]> Shapes()
    {
        var random = new Random(3);
        return new TheoryData<string, long[]>
        {
            { "none", [] },
            { "one", [-7] },
            { "same", [.. Enumerable.Repeat(5L, 100)] },
            { "bits", [.. Enumerable.Range(0, 1000).Select(_ => (long)random.Next(1 << 20))] },
            { "wide", [.. Enumerable.Range(0, 300).Select(_ => random.NextInt64(long.MinValue / 2, long.MaxValue / 2))] },
            { "whole range", [long.MinValue, long.MaxValue, 0, -1] },
            { "listed", [.. Enumerable.Range(0, 1000).Select(_ => random.NextInt64(4) * 1_000_000_007)] },
            { "mostly small", [.. Enumerable.Range(0, 1000).Select(i => i % 90 == 0 ? random.NextInt64(1 << 28) : random.NextInt64(3))] },
            { "counts", [.. Enumerable.Range(0, 1000).Select(i => i % 7 == 0 ? 1L : 0)] },
        };
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Read_NumbersOfAnyShape_ComeBack(string shape, long[] numbers)
    {
        var lowest = numbers.Length == 0 ? 0 : numbers.Min();
        var bytes = Pack(numbers, lowest);

        var at = 0;
        var read = PackedNumbers.Read(bytes.Written, numbers.Length, ref at);

        Assert.Equal(numbers, read.Select(number => unchecked((long)number + lowest)));
        Assert.True(at == bytes.Length, shape);
    }

    [Fact]
    public void Read_ExampleOfTheComment_IsAsWritten()
    {
        var at = 0;

        Assert.Equal(new ulong[] { 0, 0, 895 }, PackedNumbers.Read([3, 2, 2, 1, 0, 0xFF, 6, 4], 3, ref at));
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Read_OtherCount_IsRefused(string shape, long[] numbers)
    {
        var bytes = Pack(numbers, numbers.Length == 0 ? 0 : numbers.Min());

        var refused = Assert.Throws<InvalidDataException>(() =>
        {
            var at = 0;
            PackedNumbers.Read(bytes.Written, numbers.Length + 1, ref at);
        });

        Assert.Contains("instead of", refused.Message + shape, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Read_DamagedBytes_ThrowsOrGivesSoManyNumbers(string shape, long[] numbers)
    {
        var bytes = Pack(numbers, numbers.Length == 0 ? 0 : numbers.Min()).Written.ToArray();
        var random = new Random(shape.Length);
        for (var i = 0; i < 300; i++)
        {
            var damaged = bytes[..random.Next(1, bytes.Length + 1)];
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                var at = 0;
                Assert.Equal(numbers.Length, PackedNumbers.Read(damaged, numbers.Length, ref at).Length);
            }
            catch (Exception refused) when (refused is InvalidDataException or IndexOutOfRangeException or ArgumentException)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    private static ByteBuffer Pack(long[] numbers, long lowest)
    {
        var bytes = new ByteBuffer();
        PackedNumbers.Write(numbers, lowest, bytes);
        return bytes;
    }
}
