using System.Text;
using Lind.Index.Encoding;
using Lind.Search.Analysis;

namespace Lind.Search.Tests.Analysis;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("Heart attack", "Heart|attack")]
    [InlineData("IL-6, COVID-19", "IL|-6|COVID|-19")]
    [InlineData("Crohn's disease", "Crohn's|disease")]
    [InlineData("the patients' age", "the|patients|age")]
    [InlineData("1.5 mg of 1,000 or 1,00", "1.5|mg|of|1,000|or|1|00")]
    [InlineData("5mg/kg 10mL 2nd", "5|mg|kg|10|mL|2nd")]
    [InlineData("BRCA1 p53 CD4+ HER2-negative", "BRCA1|p53|CD4|HER2|-negative")]
    [InlineData("TNF-α β‑blocker", "TNF|-α|β|-blocker")]
    [InlineData("kg/m²", "kg|m²")]
    [InlineData("肺癌 Рак легкого", "肺|癌|Рак|легкого")]
    [InlineData("Sjo\u0308gren Sjögren", "Sjo\u0308gren|Sjögren")]
    [InlineData("a -- b", "a|b")]
    [InlineData("", "")]
    [InlineData("...", "")]
    public void Words_OfText_AreCut(string text, string expected) => Assert.Equal(expected, Cut(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Words_ManyAtOnce_AreThoseOfOneByOne()
    {
        // Windows of 64 bytes cut words, marks and characters at every place.
        string[] parts =
        [
            "word", "A", " ", " ", " ", "-", ".", ",", "'", "\u2019", "\u2011", "\u00a0", "12", "1,000", "3.5", "5mg", "IL6", "don't", "\u00e9t\u00e9",
            "\u80ba", new string('x', 62), new string('y', 65), new string('7', 63), "e.g.", "end.Next", "\n",
        ];
        var random = new Random(5);
        for (var round = 0; round < 3_000; round++)
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => parts[random.Next(parts.Length)])));
            Assert.Equal(OneByOne(text), ManyAtOnce(text, room: random.Next(1, 20)));
        }
    }

    [Fact]
    public void Words_OfMillionsOfLettersWithoutABreak_AreCutOnceThrough()
    {
        var reader = new WordReader(Encoding.UTF8.GetBytes(new string('x', 4_000_000)));
        var words = 0;
        while (reader.Next())
        {
            Assert.Equal(WordReader.LongestWord, reader.Word.Length);
            words++;
        }

        Assert.Equal(4_000_000 / WordReader.LongestWord, words);
    }

    [Fact]
    public void Words_OfRandomBytes_StayInsideAndShort()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            var reader = new WordReader(bytes);
            var end = 0;
            while (reader.Next())
            {
                Assert.True(reader.Start >= end && reader.Word.Length is > 0 and <= WordReader.LongestWord);
                end = reader.End;
            }

            Assert.True(end <= bytes.Length);
        }
    }

    private static List<(int Start, int End)> OneByOne(byte[] text)
    {
        var places = new List<(int, int)>();
        var reader = new WordReader(text);
        while (reader.Next())
        {
            places.Add((reader.Start, reader.End));
        }

        return places;
    }

    private static List<(int Start, int End)> ManyAtOnce(byte[] text, int room)
    {
        var places = new List<(int, int)>();
        var words = new TextWord[room];
        var reader = new WordReader(text);
        for (var count = reader.Read(words); count > 0; count = reader.Read(words))
        {
            places.AddRange(words.Take(count).Select(word => (word.Start, word.End)));
        }

        return places;
    }

    private static string Cut(byte[] text)
    {
        var words = new List<string>();
        var reader = new WordReader(text);
        while (reader.Next())
        {
            words.Add((reader.AfterHyphen ? "-" : "") + Encoding.UTF8.GetString(reader.Word));
        }

        return string.Join('|', words);
    }
}
