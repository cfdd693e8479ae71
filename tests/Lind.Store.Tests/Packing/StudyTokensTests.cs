using System.Buffers;
using System.Text;
using Lind.Store.Packing;
using Lind.TestKit;

namespace Lind.Store.Tests.Packing;

public sealed class StudyTokensTests
{
    [Theory]
    [InlineData("{\"a\":\"x\",\"b\":[1,-2.5e3,true,null,\"\"],\"c\":{}}", "{\"a\":\"|x|\",\"b\":[|1|,|-2.5e3|,true,null,\"||\"],\"c\":{}}")]
    [InlineData("[\"a\\\"b:\",\"c\\\\\"]", "[\"|a\\\"b:|\",\"|c\\\\|\"]")]
    [InlineData("7", "|7|")]
    [InlineData("{}", "{}")]
    public void Next_Json_TakesTurnsBetweenFramesAndValues(string json, string expected)
    {
        var pieces = new JsonPieces(Encoding.UTF8.GetBytes(json));
        var text = new List<string>();
        while (pieces.Next(out var piece, out var isFrame))
        {
            Assert.Equal(text.Count % 2 == 0, isFrame);
            text.Add(Encoding.UTF8.GetString(piece));
        }

        Assert.Equal(expected.TrimEnd('|'), string.Join('|', text).TrimEnd('|'));
    }

    [Theory]
    [InlineData("of the patients, aged", "of| the| patients|,| aged")]
    [InlineData("a  b", "a| | b")]
    [InlineData("x\\n\\n* 12 h", "x|\\n\\n*| 12| h")]
    [InlineData("gr\u00f6\u00dfer \u2265 5 ", "gr|\u00f6\u00df|er| |\u2265| 5| ")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789", "abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("\\", "\\")]
    public void EndOf_Text_CutsWordsMarksAndTheRest(string text, string expected)
    {
        // Once as the whole record and once inside one, where words are looked at sixteen bytes at a time.
        foreach (var behind in new[] { "", "\",\"next\":\"and a long rest of the record\"}" })
        {
            var json = Encoding.UTF8.GetBytes(text + behind);
            var end = Encoding.UTF8.GetByteCount(text);
            var segments = new List<string>();
            for (var start = 0; start < end;)
            {
                var next = TextSegments.EndOf(json, start, end);
                segments.Add(Encoding.UTF8.GetString(json, start, next - start));
                start = next;
            }

            Assert.Equal(expected, string.Join('|', segments));
        }
    }

    [Fact]
    public void Encode_TheFormatsExample_IsAsDescribed()
    {
        byte[][] entries = [[.. "{\"a\":\""u8], [.. " of"u8], [.. "\"}"u8]];
        var tokens = new ArrayBufferWriter<byte>();

        Assert.True(StudyTokens.TryEncode("{\"a\":\"x of \u00b5\"}"u8, new StudyDictionary(1, entries), tokens));

        Assert.Equal("017802201EC2B50003", Convert.ToHexString(tokens.WrittenSpan));
    }

    [Fact]
    public void Encode_AllNumbersOfAFullDictionary_ComeBack()
    {
        var entries = Enumerable.Range(0, StudyDictionary.MaxEntries)
            .Select(number => Encoding.ASCII.GetBytes($" w{number:D6}")).ToArray();
        var dictionary = new StudyDictionary(1, entries);
        var json = Encoding.ASCII.GetBytes("\"" + string.Concat(entries.Select(Encoding.ASCII.GetString)) + "\"");
        var tokens = new ArrayBufferWriter<byte>();

        Assert.True(StudyTokens.TryEncode(json, dictionary, tokens));

        Assert.Equal(2 + StudyTokens.ShortTokens + (2 * 128 * 256), tokens.WrittenCount);
        var decoded = new byte[json.Length];
        StudyTokens.Decode(tokens.WrittenSpan, dictionary, decoded);
        Assert.Equal(json, decoded);
    }

    [Fact]
    public void Unpack_BlocksWithALearnedDictionary_GiveTheRecordsBack()
    {
        var records = Records(400);
        var dictionary = DictionaryTraining.Learn(1, records.Take(300));
        Assert.InRange(dictionary.Count, 5, StudyDictionary.MaxEntries);
        foreach (var group in records.Chunk(37))
        {
            var block = StudyBlock.Pack(group, dictionary);

            Assert.Equal(1, block.DictionaryId);
            Assert.Equal(group.SelectMany(record => record.ToArray()), block.Unpack(dictionary));
        }
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public void Unpack_ToAnyEnd_GivesTheBytesBeforeIt(bool withDictionary)
    {
        var records = Records(400).Append(Encoding.UTF8.GetBytes("{\"title\":\"\u00b5\u00e9 " + new string('\u00df', 5000) + "\"}")).ToList();
        var dictionary = withDictionary ? DictionaryTraining.Learn(1, records) : null;
        var all = records.SelectMany(record => record.ToArray()).ToArray();
        var block = StudyBlock.Pack(records, dictionary);
        var random = new Random(23);

        foreach (var end in Enumerable.Range(0, 200).Select(_ => random.Next(all.Length)).Concat([0, 1, all.Length - 1, all.Length]))
        {
            Assert.Equal(all[..end], block.Unpack(dictionary, end));
        }

        Assert.Equal(all, block.Unpack(dictionary, int.MaxValue));
    }

    [Fact]
    public void Unpack_ToAnEndBehindWhatItsTokensMean_IsNamedAsDamage()
    {
        var records = Records(50);
        var dictionary = DictionaryTraining.Learn(1, records);
        var block = StudyBlock.Pack(records, dictionary);

        Assert.Throws<StoreDamagedException>(() => (block with { RawLength = block.RawLength + 2 }).Unpack(dictionary, block.RawLength + 1));
    }

    [Fact]
    public void Encode_RandomJsonLikeBytes_ComeBackOrAreRefused()
    {
        var random = new Random(21);
        byte[] letters = [.. "{}[]\",:\\-01ax \u00e9\n"u8];
        var dictionary = DictionaryTraining.Learn(1, Records(50));
        for (var round = 0; round < 5000; round++)
        {
            var bytes = new byte[random.Next(0, 60)];
            for (var place = 0; place < bytes.Length; place++)
            {
                bytes[place] = letters[random.Next(letters.Length)];
            }

            var tokens = new ArrayBufferWriter<byte>();
            if (StudyTokens.TryEncode(bytes, dictionary, tokens))
            {
                var decoded = new byte[bytes.Length];
                StudyTokens.Decode(tokens.WrittenSpan, dictionary, decoded);
                Assert.Equal(bytes, decoded);
            }
            else
            {
                Assert.Contains((byte)'\n', bytes);
            }
        }
    }

    [Fact]
    public void Decode_RandomTokens_FailCleanlyOrFillExactly()
    {
        var random = new Random(22);
        var dictionary = DictionaryTraining.Learn(1, Records(50));
        for (var round = 0; round < 5000; round++)
        {
            var tokens = new byte[random.Next(1, 30)];
            random.NextBytes(tokens);
            try
            {
                StudyTokens.Decode(tokens, dictionary, new byte[random.Next(0, 100)]);
            }
            catch (StoreDamagedException)
            {
                // Named as damage: that is the answer.
            }
        }
    }

    [Fact]
    public void Read_WrittenDictionary_HasTheSameNumbers()
    {
        var dictionary = DictionaryTraining.Learn(3, Records(100));
        var bytes = dictionary.Write();

        var read = StudyDictionary.Read(3, bytes);

        Assert.Equal(dictionary.Count, read.Count);
        for (var number = 0; number < read.Count; number++)
        {
            Assert.Equal(number, dictionary.Find(read[number]));
            Assert.Equal(number, read.Find(dictionary[number]));
        }

        Assert.Equal(-1, read.Find("not in it"u8));
        Assert.Throws<StoreDamagedException>(() => StudyDictionary.Read(3, bytes.AsSpan(0, bytes.Length - 1)));
    }

    [Fact]
    public void Unpack_WithoutItsDictionary_IsNamedAsDamage()
    {
        var records = Records(50);
        var block = StudyBlock.Pack(records, DictionaryTraining.Learn(1, records));

        Assert.Throws<StoreDamagedException>(() => block.Unpack());
        Assert.Throws<StoreDamagedException>(() => block.Unpack(DictionaryTraining.Learn(2, records)));
    }

    private static List<ReadOnlyMemory<byte>> Records(int count) => [.. Enumerable.Range(1, count)
        .Select(number => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(MinimalStudy.Json(
            number, $"2020-01-{number % 28 + 1:D2}", $"Title {number % 9}", number % 2 == 0 ? "2026-01-01" : null)))];
}
