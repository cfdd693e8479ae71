using System.Text.RegularExpressions;
using Lind.Studies.Fields;
using Lind.TestKit;

namespace Lind.Studies.Tests.Fields;

public sealed class SearchAreasTests
{
    [Fact]
    public void All_TheRegistrysAreas_AreThereWithWeightsTypesAndSynonyms()
    {
        var published = Published().ToList();

        Assert.Equal(19, SearchAreas.All.Count);
        Assert.Equal(published, SearchAreas.All.SelectMany(area => area.Parts.Select(part => string.Join('|', area.Name,
            string.Join(',', part.Fields), part.Weight, part.IsEnum ? $"enum {part.Type}" : part.Type,
            part.HasSynonyms))));
    }

    [Theory]
    [InlineData("BasicSearch", "term", "Other terms", 57)]
    [InlineData("ConditionSearch", "cond", "Conditions or disease", 7)]
    [InlineData("PatientSearch", "patient", null, 47)]
    [InlineData("FunderTypeSearch", null, null, 2)]
    public void Find_AnArea_HasItsParameterLabelAndFields(string name, string? param, string? label, int fields)
    {
        var area = SearchAreas.Find(name.ToLowerInvariant())!;

        Assert.Equal((name, param, label, fields), (area.Name, area.Param, area.UiLabel, area.Fields.Count()));
    }

    // The page lists the pieces of a part one a line, then its weight and type.
    private static IEnumerable<string> Published()
    {
        var area = "";
        var pieces = new List<string>();
        foreach (var line in File.ReadLines(Requires.SharedReference("search-areas.md")))
        {
            if (Regex.Match(line, @"^(\w+) area$") is { Success: true } heading)
            {
                area = heading.Groups[1].Value;
                pieces.Clear();
            }
            else if (line.StartsWith("Data Field", StringComparison.Ordinal))
            {
                pieces.Clear();
            }
            else if (Regex.IsMatch(line, "^[A-Z][A-Za-z]+$"))
            {
                pieces.Add(line);
            }
            else if (line.Split('\t') is [var weight, var type] && area.Length > 0)
            {
                yield return string.Join('|', area, string.Join(',', pieces), weight,
                    type.Replace("✓", "").Trim(), type.Contains('✓'));
                pieces.Clear();
            }
        }
    }
}
