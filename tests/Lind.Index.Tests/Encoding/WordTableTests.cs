using Lind.Index.Encoding;

namespace Lind.Index.Tests.Encoding;

/// <summary>The table of words finds what was entered, and nothing else.</summary>
public sealed class WordTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Find_RandomWordsOfAllLengths_AsADictionary(int seed)
    {
        var random = new Random(seed);
        var table = new WordTable();
        var entered = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < 20_000; i++)
        {
            // Few letters, so that words share heads and ends.
            var word = new string([.. Enumerable.Range(0, random.Next(0, random.Next(2, 40))).Select(_ => "ab\u00e9"[random.Next(3)])]);
            var bytes = System.Text.Encoding.UTF8.GetBytes(word);
            Assert.Equal(entered.GetValueOrDefault(word, -1L), table.Find(bytes));
            if (entered.TryAdd(word, i))
            {
                table.Add(bytes, i);
            }
        }

        Assert.All(entered, pair => Assert.Equal(pair.Value, table.Find(System.Text.Encoding.UTF8.GetBytes(pair.Key))));
    }

    [Fact]
    public void Find_LongestTerms_AreToldApartByTheirMiddle()
    {
        var table = new WordTable();
        var one = new byte[1024];
        var other = new byte[1024];
        other[500] = 1;
        table.Add(one, 7);

        Assert.Equal(7L, table.Find(one));
        Assert.Equal(-1L, table.Find(other));
    }
}
