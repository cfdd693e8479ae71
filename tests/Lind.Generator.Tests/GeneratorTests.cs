using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Lind.Studies.Json;
using Lind.TestKit;

namespace Lind.Generator.Tests;

public sealed class GeneratorTests
{
    [Fact]
    public void Draw_Numbers_AreFreshDistinctAndInShardOrder()
    {
        var numbers = StudyNumbers.Draw(5_000, 1);

        Assert.Equal(5_000, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.InRange(number, 10_000_000, 99_999_999));
        Assert.Equal(numbers.OrderBy(number => number % 100).ThenBy(number => number), numbers);
        Assert.Equal("07/NCT10000007.json", StudyNumbers.EntryName(10_000_007));
        Assert.NotEqual(numbers, StudyNumbers.Draw(5_000, 2));
    }

    [Fact]
    public void Zip_OfManyEntries_ReadsBackAsItWasWritten()
    {
        using var folder = new TempFolder();
        var entries = Enumerable.Range(0, 300).Select(i => (Name: $"{i:D2}/{i}.json", Content: new string('x', i * 7) + i)).ToList();
        using (var zip = new BulkZipWriter(File.Create(folder.File("a.zip"))))
        {
            foreach (var (name, content) in entries)
            {
                zip.Add(PackedEntry.Pack(name, Encoding.ASCII.GetBytes(content)));
            }
        }

        using var read = ZipFile.OpenRead(folder.File("a.zip"));
        Assert.Equal(entries, read.Entries.Select(entry => (entry.FullName, ReadAll(entry))));
    }

    [Fact]
    public void Weights_DrawTheWantedMean()
    {
        int[] sizes = [1_000, 5_000, 20_000, 100_000, 1_000_000];
        var weights = new DonorWeights(sizes, 10_000);
        var rng = Rng.For(1, 1);
        var total = 0L;
        for (var i = 0; i < 200_000; i++)
        {
            total += sizes[weights.Draw(ref rng)];
        }

        Assert.InRange(total / 200_000, 8_000, 12_000);
    }

    [Fact]
    public void Compose_OfRealDonors_IsValidCoherentAndTheSameEveryTime()
    {
        var corpus = Corpus.Load(Path.GetDirectoryName(Requires.SharedData("studies-v2.ndjson.gz"))!);
        var weights = new DonorWeights([.. corpus.Posted.Select(donor => donor.ResultsSize)], 30_000);
        var first = new StudyComposer(corpus, weights, 1);
        var second = new StudyComposer(corpus, weights, 1);
        long bytes = 0;
        var posted = 0;
        foreach (var number in StudyNumbers.Draw(1_000, 1))
        {
            var json = first.Compose(number).ToArray();
            Assert.Equal(json, second.Compose(number).ToArray());
            var head = StudyHead.Read(json);
            Assert.True(head.Success, head.Error);
            Assert.Equal(number, head.Value.NctId.Number);
            using var study = JsonDocument.Parse(json);
            var hasResults = study.RootElement.TryGetProperty("resultsSection", out _);
            Assert.Equal(hasResults, study.RootElement.GetProperty("hasResults").GetBoolean());
            bytes += json.Length;
            posted += hasResults ? 1 : 0;
        }

        Assert.InRange(bytes / 1_000, 13_000, 22_000);
        Assert.InRange(posted, 100, 170);
    }

    private static string ReadAll(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
