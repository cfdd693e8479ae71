using System.IO.Compression;
using System.Text.Json;
using Lind.Eligibility.Criteria;
using Lind.TestKit;

namespace Lind.Eligibility.Tests;

/// <summary>The criteria of the real records beside the checkout.</summary>
public sealed class SharedCriteriaTests
{
    [Fact]
    public void Split_SharedStudies_NearlyAllNameTheirListsAndNoneLosesAWord()
    {
        var texts = Texts().ToList();
        var all = texts.ConvertAll(CriteriaText.Split);

        Assert.All(all, criteria => Assert.Equal(Solid(criteria.Text),
            string.Concat(CriteriaTextTests.Spans(criteria).Select(span => Solid(span.Of(criteria.Text))))));
        Assert.True(all.Count(criteria => criteria.IsSplit) >= all.Count * 0.99);
        Assert.True(all.Count(criteria => criteria.Of(CriteriaKind.Inclusion).Any()
            && criteria.Of(CriteriaKind.Exclusion).Any()) >= all.Count * 0.98);
    }

    private static string Solid(string text) => string.Concat(text.Where(one => !char.IsWhiteSpace(one)));

    private static IEnumerable<string> Texts()
    {
        using var stream = File.OpenRead(Requires.SharedData("studies-v2.ndjson.gz"));
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var study = JsonDocument.Parse(line);
            if (study.RootElement.GetProperty("protocolSection").TryGetProperty("eligibilityModule", out var module)
                && module.TryGetProperty("eligibilityCriteria", out var text))
            {
                yield return text.GetString()!;
            }
        }
    }
}
