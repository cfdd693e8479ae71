using Lind.Index.Storage;
using Lind.Index.Vectors;

namespace Lind.Index.Tests.Vectors;

public sealed class VectorTests
{
    [Theory]
    [InlineData(0), InlineData(1), InlineData(15), InlineData(16), InlineData(96), InlineData(97)]
    public void Dot_AnyLength_EqualsTheScalarTwin(int length)
    {
        var random = new Random(length);
        for (var round = 0; round < 50; round++)
        {
            var (left, right) = (Bytes(random, length), Bytes(random, length));

            Assert.Equal(ByteVectors.DotScalar(left, right), ByteVectors.Dot(left, right));
        }
    }

    [Fact]
    public void Dot_ExtremeValues_DoesNotOverflow()
    {
        var low = Enumerable.Repeat(sbyte.MinValue, 96).ToArray();

        Assert.Equal(96 * 128 * 128, ByteVectors.Dot(low, low));
    }

    [Fact]
    public void Dot_UnequalLengths_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ByteVectors.Dot(new sbyte[16], new sbyte[32]));

    [Fact]
    public void Add_OverInvertedLists_EqualsInnerProducts()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 40).Select(_ => Entries(random)).ToArray();
        var starts = new uint[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++)
        {
            starts[i + 1] = starts[i] + (uint)rows[i].Length;
        }

        var (terms, listStarts, lists) = SparseVectors.Invert(starts, [.. rows.SelectMany(row => row)]);
        var sums = new float[rows.Length];
        foreach (var entry in rows[7])
        {
            var at = Array.BinarySearch(terms, PackedEntry.Key(entry));
            SparseVectors.Add(lists.AsSpan((int)listStarts[at]..(int)listStarts[at + 1]), PackedEntry.Weight(entry), sums);
        }

        Assert.Equal(rows.Select(row => (float)SparseVectors.Dot(row, rows[7])), sums);
    }

    [Theory]
    [InlineData(3, 2), InlineData(32, 4), InlineData(64, 7), InlineData(64, 1), InlineData(96, 9), InlineData(64, 0)]
    public void ScaledDots_AnyWidthAndCount_EqualsTheScalarTwin(int width, int count)
    {
        var random = new Random(width + count);
        var (table, vector) = (Bytes(random, width * count, least: -127), Bytes(random, width, least: -127));
        var scales = Enumerable.Range(0, count).Select(row => 1f / (row + 1)).ToArray();
        var products = new float[count];

        ByteVectors.ScaledDots(table, vector, scales, products);

        Assert.Equal(
            Enumerable.Range(0, count).Select(row =>
                ByteVectors.DotScalar(table.AsSpan(row * width, width), vector) * scales[row]), products);
    }

    [Fact]
    public void ScaledDots_ExtremeValues_DoNotOverflow()
    {
        var low = Enumerable.Repeat((sbyte)-127, 64 * 4).ToArray();
        var products = new float[4];

        ByteVectors.ScaledDots(low, low.AsSpan(0, 64), [1, 1, 1, 1], products);

        Assert.Equal([64f * 127 * 127, 64 * 127 * 127, 64 * 127 * 127, 64 * 127 * 127], products);
    }

    [Fact]
    public void ScaledDots_UnequalCounts_AreRefused() =>
        Assert.Throws<ArgumentException>(() => ByteVectors.ScaledDots(new sbyte[64], new sbyte[32], new float[3], new float[3]));

    [Theory]
    [InlineData(0), InlineData(7), InlineData(8), InlineData(19)]
    public void Scale_AnyLength_MultipliesEachWithItsOwn(int length)
    {
        var sums = Enumerable.Range(1, length).Select(value => (float)value).ToArray();
        var scales = Enumerable.Range(1, length).Select(value => value * 0.5f).ToArray();

        SparseVectors.Scale(sums, scales);

        Assert.Equal(Enumerable.Range(1, length).Select(value => value * value * 0.5f), sums);
        Assert.Throws<ArgumentException>(() => SparseVectors.Scale(new float[2], new float[3]));
    }

    [Fact]
    public void Columns_BlockMatrix_SetsTheBlocksApart()
    {
        // Two topics of four terms each; no term is in both.
        var random = new Random(5);
        var rows = Enumerable.Range(0, 60).Select(row => Enumerable.Range(0, 4)
            .Where(_ => random.Next(3) > 0).Select(term => ((row % 2) * 4) + term).ToArray()).ToArray();
        var matrix = new SparseRows(
            [0, .. rows.Select((_, i) => rows.Take(i + 1).Sum(row => row.Length))], [.. rows.SelectMany(row => row)],
            [.. rows.SelectMany(row => row.Select(_ => 1f))], 8);

        var columns = Factorization.Columns(matrix, 8, CancellationToken.None);

        Assert.True(Math.Abs(Cosine(columns, 0, 5)) < 0.01);
        Assert.Equal(columns, Factorization.Columns(matrix, 8, CancellationToken.None));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(320)]
    public void ByteVectors_AddScaled_EqualsThePlainSum(int length)
    {
        var random = new Random(length);
        var vector = Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128)).ToArray();
        var sums = Enumerable.Range(0, length).Select(_ => random.NextSingle()).ToArray();
        var expected = sums.Zip(vector, (sum, value) => sum + (0.37f * value)).ToArray();

        ByteVectors.AddScaled(sums, vector, 0.37f);

        Assert.All(expected.Zip(sums), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        Assert.Throws<ArgumentException>(() => ByteVectors.AddScaled(sums, vector.AsSpan(1), 1));
    }

    [Fact]
    public void SectionFile_WhatWasWritten_IsRead()
    {
        var directory = new MemoryDirectory();
        Write(directory);

        using var file = SectionFile.Open(directory, "a", "TEST");
        file.Verify(CancellationToken.None);

        Assert.Equal([1, 2], file.Get<ushort>("a").ToArray());
        Assert.Equal([1.5f, -2], file.Get<float>("b").ToArray());
        Assert.Empty(file.Get<int>("none").ToArray());
        Assert.Throws<IndexFormatException>(() => file.Get<byte>("missing").Length);
        Assert.Throws<IndexFormatException>(() => SectionFile.Open(directory, "a", "ELSE"));
    }

    [Fact]
    public void SectionFile_AnyByteChanged_IsRefused()
    {
        var directory = new MemoryDirectory();
        Write(directory);
        byte[] whole;
        using (var file = directory.Open("a"))
        {
            whole = file.Content.Bytes(0, (int)file.Content.Length).ToArray();
        }

        for (var at = 0; at < whole.Length; at++)
        {
            var broken = (byte[])whole.Clone();
            broken[at] ^= 0x40;
            Put(directory, broken);
            Assert.Throws<IndexFormatException>(() => OpenAndVerify(directory));
        }

        for (var length = 0; length < whole.Length; length++)
        {
            Put(directory, whole[..length]);
            Assert.Throws<IndexFormatException>(() => OpenAndVerify(directory));
        }
    }

    private static void OpenAndVerify(MemoryDirectory directory)
    {
        using var file = SectionFile.Open(directory, "a", "TEST");
        file.Verify(CancellationToken.None);
    }

    private static void Put(MemoryDirectory directory, byte[] bytes)
    {
        using var stream = directory.Create("a");
        stream.Write(bytes);
    }

    private static void Write(MemoryDirectory directory)
    {
        using var writer = new SectionWriter(directory, "a", "TEST");
        writer.Write<ushort>("a", [1, 2]);
        writer.Write<float>("b", [1.5f, -2]);
        writer.Begin("none");
        writer.Finish();
    }

    private static double Cosine(float[] table, int left, int right)
    {
        double dot = 0, a = 0, b = 0;
        for (var i = 0; i < 8; i++)
        {
            dot += table[(left * 8) + i] * table[(right * 8) + i];
            a += table[(left * 8) + i] * table[(left * 8) + i];
            b += table[(right * 8) + i] * table[(right * 8) + i];
        }

        return dot / Math.Sqrt(a * b);
    }

    private static uint[] Entries(Random random) =>
    [
        .. Enumerable.Range(0, 30).Select(_ => random.Next(50)).Distinct().Order()
            .Select(key => PackedEntry.Of(key, (byte)random.Next(1, 256))),
    ];

    private static sbyte[] Bytes(Random random, int length, int least = -128) =>
        [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(least, 128))];
}
