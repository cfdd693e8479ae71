using System.Text;
using System.Text.Json.Nodes;
using Lind.Registry.Importing;
using Lind.TestKit;

namespace Lind.Registry.Tests.Importing;

public sealed class JsonSourceTests
{
    [Fact]
    public void Read_AnySizeOfReads_CutsTheSameRecords()
    {
        string[] inputs =
        [
            $"[{MinimalStudy.Json(1)}, {MinimalStudy.Json(2, title: "quote \\\" bracket ] } \\\\")},null]",
            $"{{\"studies\":[\n{MinimalStudy.Json(1)[..50]}\n,{MinimalStudy.Json(2)}]}}{MinimalStudy.Json(3)}",
            $"{MinimalStudy.Json(1)}\n{MinimalStudy.Json(2)[..40]}\n{MinimalStudy.Json(3)}",
            $"[{{\"a\":[{{\n\"b\":[\n{{}},\n{{}}]}}]}},7]",
        ];
        foreach (var input in inputs)
        {
            var whole = Cut(input, int.MaxValue);
            Assert.True(whole.Count >= 2);
            for (var size = 1; size < 70; size++)
            {
                Assert.Equal(whole, Cut(input, size));
            }
        }
    }

    [Fact]
    public void Read_RandomDamage_NeverThrowsAndKeepsCounting()
    {
        var random = new Random(11);
        var sound = $"[{string.Join(",\n", Enumerable.Range(1, 6).Select(number => MinimalStudy.Json(number)))}]";
        for (var round = 0; round < 2000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(sound);
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                bytes[random.Next(1, bytes.Length)] = (byte)"\"{}[],\n\\x"[random.Next(9)];
            }

            var records = Cut(Encoding.UTF8.GetString(bytes), random.Next(1, 200));

            Assert.InRange(records.Count, 1, 40);
        }
    }

    [Theory]
    [InlineData("{ \"a\" : [ 1 , 2.50e+1 , \"x \\\" y\" ] , \"b\" : { } }", "{\"a\":[1,2.50e+1,\"x \\\" y\"],\"b\":{}}")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData("\t[\r\n \"\\\\\" , \"\\u0041 \" ]\n", "[\"\\\\\",\"\\u0041 \"]")]
    public void Compact_WhiteSpace_GoesOnlyBetweenTokens(string json, string compact)
    {
        var result = Encoding.UTF8.GetString(CompactJson.Of(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(compact, result);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(result)));
    }

    private static List<string> Cut(string text, int readSize)
    {
        using var window = new InputWindow(new SmallReads(Encoding.UTF8.GetBytes(text), readSize));
        window.Fill();
        return [.. new JsonSource("test", window, false, ImportLimits.Default).Read()
            .Select(record => $"{record.Position} {record.Problem} {Encoding.UTF8.GetString(record.Bytes)}")];
    }

    private sealed class SmallReads(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, size));
    }
}
