using System.Text.Json;
using Lind.Studies.Fields;
using Lind.TestKit;

namespace Lind.Studies.Tests.Fields;

public sealed class FieldCatalogueTests
{
    [Fact]
    public void All_EveryNodeOfTheRegistrysMetadata_IsThereInOrderWithItsFacts()
    {
        using var metadata = JsonDocument.Parse(File.ReadAllBytes(Requires.SharedReference("studies-metadata.json")));
        var expected = Flatten(metadata.RootElement, "").ToList();

        Assert.Equal(454, expected.Count);
        Assert.Equal(expected, FieldCatalogue.All.Select(Facts));
    }

    [Fact]
    public void ByPiece_AnyCaseAndOlderNames_FindTheField()
    {
        Assert.Same(StudyFields.NCTId, FieldCatalogue.ByPiece("nctid"));
        Assert.Same(StudyFields.NCTId, FieldCatalogue.ByPiece("NCT-ID"));
        Assert.Null(FieldCatalogue.ByPiece("protocolSection"[..5]));
    }

    [Fact]
    public void ByPath_EveryField_FindsItself() =>
        Assert.All(FieldCatalogue.All, field => Assert.Same(field, FieldCatalogue.ByPath(field.Path)));

    [Fact]
    public void EnclosingLists_OfASitesCity_IsTheListOfSites() =>
        Assert.Equal([StudyFields.Location], StudyFields.LocationCity.EnclosingLists);

    [Fact]
    public void StudyFields_TheGeneratedFile_IsCurrent()
    {
        var lines = FieldCatalogue.All.Select(field =>
            $"""
                /// <summary><c>{field.Path}</c></summary>
                public static StudyField {field.Piece} {"{"} get; {"}"} = FieldCatalogue.All[{field.Ordinal}];

            """);
        var file = $$"""
            // Generated from Data/fields.tsv; FieldCatalogueTests shows how it is made and that it is current.
            namespace Lind.Studies.Fields;

            /// <summary>Every field by its piece name.</summary>
            public static class StudyFields
            {
            {{string.Join('\n', lines)}}}

            """;

        Golden.Matches(file, "src", "Lind.Studies", "Fields", "StudyFields.g.cs");
    }

    private static IEnumerable<string> Flatten(JsonElement nodes, string parent)
    {
        foreach (var node in nodes.EnumerateArray())
        {
            var path = parent + Text(node, "name");
            yield return string.Join('|', path, Text(node, "piece"), Text(node, "type"), Text(node, "sourceType"),
                Text(node, "isEnum"), Text(node, "nested"), Text(node, "synonyms"), Text(node, "title"),
                Text(node, "rules"), Names(node), Text(node, "dedLink", "label"), Text(node, "dedLink", "url"));
            if (node.TryGetProperty("children", out var children))
            {
                foreach (var child in Flatten(children, path + "."))
                {
                    yield return child;
                }
            }
        }
    }

    private static string Facts(StudyField field) => string.Join('|', field.Path, field.Piece, field.Type,
        field.SourceType, Flag(field.IsEnum), Flag(field.IsNested), Flag(field.HasSynonyms), field.Title, field.Rules,
        string.Join(',', field.AltPieceNames), field.DedLink?.Label, field.DedLink?.Url);

    private static string Flag(bool set) => set ? "True" : "";

    private static string Names(JsonElement node) => node.TryGetProperty("altPieceNames", out var names)
        ? string.Join(',', names.EnumerateArray().Select(name => name.GetString()))
        : "";

    private static string Text(JsonElement node, params string[] names)
    {
        foreach (var name in names)
        {
            if (!node.TryGetProperty(name, out node))
            {
                return "";
            }
        }

        return node.ToString();
    }

    [Theory]
    [InlineData("Condition", "Condition")]
    [InlineData("BriefTitle", "Brief Title")]
    [InlineData("ConditionMeshTerm", "Condition mesh term")]
    [InlineData("NCTId", "NCTId")]
    public void Label_OfAField_IsShort(string piece, string label) =>
        Assert.Equal(label, FieldCatalogue.Find(piece)!.Label);
}
