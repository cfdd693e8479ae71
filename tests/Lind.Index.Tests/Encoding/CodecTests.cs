using Lind.Index.Encoding;

namespace Lind.Index.Tests.Encoding;

/// <summary>Random numbers through every codec and back; the vector twins against the scalar ones.</summary>
public sealed class CodecTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void VarInt_RandomNumbers_ComeBack(int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, 500).Select(_ => (ulong)random.NextInt64() >> random.Next(64)).Append(ulong.MaxValue).ToArray();
        var buffer = new ByteBuffer();
        Array.ForEach(values, buffer.WriteVarInt);
        var at = 0;

        Assert.All(values, value => Assert.Equal(value, VarInt.Read(buffer.Written, ref at)));
        Assert.Equal(buffer.Length, at);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Golomb_RandomNumbersAndOrders_ComeBack(int seed)
    {
        var random = new Random(seed);
        var codes = Enumerable.Range(0, 500).Select(_ => ((uint)random.Next() >> random.Next(31), random.Next(25))).ToArray();
        var buffer = new ByteBuffer();
        var writer = new BitWriter(buffer);
        foreach (var (value, order) in codes)
        {
            writer.WriteGolomb(value, order);
            writer.Write(value & 1, 1);
        }

        writer.Flush();
        var reader = new BitReader(buffer.Written);
        foreach (var (value, order) in codes)
        {
            Assert.Equal(value, reader.ReadGolomb(order));
            Assert.Equal(value & 1, reader.Read(1));
        }
    }

    [Fact]
    public void BlockPacking_EveryWidth_VectorAndScalarAgree()
    {
        var random = new Random(7);
        for (var bits = 0; bits <= 32; bits++)
        {
            var values = Enumerable.Range(0, 128).Select(_ => bits == 0 ? 0 : (uint)random.NextInt64(1L << 32) >> (32 - bits)).ToArray();
            var packed = new byte[BlockPacking.LengthOf(bits)];
            BlockPacking.Pack(values, bits, packed);
            foreach (var scalar in new[] { false, true })
            {
                var unpacked = new uint[128];
                BlockPacking.ForceScalar = scalar;
                BlockPacking.Unpack(packed, bits, unpacked);
                BlockPacking.ForceScalar = false;
                Assert.Equal(values, unpacked);
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void PatchedBlock_SkewedNumbers_ComeBackAndAreSkipped(int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, 128).Select(_ => (uint)random.Next() >> random.Next(random.Next(10) == 0 ? 1 : 20, 31)).ToArray();
        var buffer = new ByteBuffer();
        PatchedBlock.Write((uint[])values.Clone(), random.Next(20), buffer);
        var read = new uint[128];
        var at = 0;
        PatchedBlock.Read(buffer.Written, ref at, read);
        var skipped = 0;
        PatchedBlock.Skip(buffer.Written, ref skipped);

        Assert.Equal(values, read);
        Assert.Equal(buffer.Length, at);
        Assert.Equal(buffer.Length, skipped);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void RangeScan_RandomNumbers_VectorAndScalarAgree(int seed)
    {
        var random = new Random(seed);
        var values = new ushort[random.Next(1, 300)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (ushort)random.Next(1 << random.Next(1, 17));
        }

        var (low, high) = ((ushort)random.Next(1000), (ushort)random.Next(500, 65536));
        var bits = new ulong[(values.Length + 63) / 64];
        var scalar = new ulong[bits.Length];
        RangeScan.Fill<ushort>(values, low, high, bits);
        RangeScan.ForceScalar = true;
        RangeScan.Fill<ushort>(values, low, high, scalar);
        RangeScan.ForceScalar = false;

        Assert.Equal(scalar, bits);
        Assert.All(Enumerable.Range(0, values.Length), i =>
            Assert.Equal(values[i] >= low && values[i] <= high, ((bits[i >> 6] >> i) & 1) != 0));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void SlicePool_ManyStreams_ComeBackWhole(int seed)
    {
        var random = new Random(seed);
        var pool = new SlicePool();
        var streams = new SliceStream[40];
        var expected = streams.Select(_ => new List<byte>()).ToArray();
        for (var i = 0; i < 2000; i++)
        {
            var which = random.Next(random.Next(1, 41));
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            pool.Append(ref streams[which], bytes);
            expected[which].AddRange(bytes);
        }

        for (var i = 0; i < streams.Length; i++)
        {
            var read = new ByteBuffer();
            pool.Read(streams[i], read);
            Assert.Equal(expected[i], read.Written.ToArray());
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void ByteTable_RandomKeys_KeepTheirNumbersAndSort(int seed)
    {
        var random = new Random(seed);
        var table = new ByteTable();
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < 3000; i++)
        {
            var key = new string('x', random.Next(12)) + random.Next(800);
            var number = table.Add(System.Text.Encoding.UTF8.GetBytes(key));
            Assert.Equal(numbers.TryGetValue(key, out var known) ? known : numbers.Count, number);
            numbers[key] = number;
        }

        Assert.Equal(
            numbers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value), table.Strings.SortedNumbers());
        Assert.Equal(-1, table.Find("nowhere"u8));
    }
}
