using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Studies.Tests.Json;

public sealed class FieldProjectionTests
{
    private const string Record = """
        {"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"T"},"conditionsModule":
        {"conditions":["a","b"],"odd":1},"contactsLocationsModule":{"locations":[{"city":"Oslo","state":"S"},
        {"city":"Bergen"},{"city":"Bodø","state":"N"}]}},"hasResults":false,"odd":{"x":1}}
        """;

    [Theory]
    [InlineData("NCTId", """{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}}}""")]
    [InlineData("nct-id", """{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}}}""")]
    [InlineData("protocolSection.identificationModule.nctId",
        """{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}}}""")]
    [InlineData("HasResults,NCTId",
        """{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},"hasResults":false}""")]
    [InlineData("TitleSearch", """{"protocolSection":{"identificationModule":{"briefTitle":"T"}}}""")]
    [InlineData("ConditionsModule", """{"protocolSection":{"conditionsModule":{"conditions":["a","b"],"odd":1}}}""")]
    [InlineData("LocationState",
        """{"protocolSection":{"contactsLocationsModule":{"locations":[{"state":"S"},{"state":"N"}]}}}""")]
    [InlineData("Acronym", "{}")]
    public void Write_NamedFields_AreLeft(string names, string expected) =>
        Assert.Equal(expected, Project(Record, FieldProjection.Parse(names.Split(',')).Value));

    [Fact]
    public void Parse_AnUnknownName_FailsInTheRegistrysWords() => Assert.Equal(
        "Unknown piece name of field path: Nonsense", FieldProjection.Parse(["NCTId", "Nonsense"]).Error);

    [Fact]
    public void Write_Everything_IsTheRecordOnOneLine() => Assert.Equal(
        Record.Replace("\n", "", StringComparison.Ordinal), Project(Record, FieldProjection.All));

    [Fact]
    public void Write_LegacyMarkup_ResolvesEscapesAndKeepsTheRest()
    {
        const string json = """
            {"protocolSection":{"descriptionModule":{"briefSummary":"* age \\> 3\n\\- \"x\" 2*3","odd":"a \\> b"}}}
            """;

        Assert.Equal(
            """{"protocolSection":{"descriptionModule":{"briefSummary":"- age > 3\n- \"x\" 2*3","odd":"a \\> b"}}}""",
            Project(json, FieldProjection.All.With(MarkupFormat.Legacy)));
    }

    /// <summary>Against the plain way: a document with everything else removed.</summary>
    [Fact]
    public void Write_EachFieldOfAFullRecord_IsWhatRemovingTheRestLeaves()
    {
        foreach (var field in FieldCatalogue.All)
        {
            var expected = JsonNode.Parse(TestStudies.Full)!;
            Remove(expected, FieldCatalogue.Roots, field);

            Assert.Equal(expected.ToJsonString(), JsonNode.Parse(Project(
                Encoding.UTF8.GetString(TestStudies.Full), FieldProjection.Of([field])))!.ToJsonString());
        }
    }

    [Fact]
    public void Write_LegacyOfEverything_ChangesMarkupOnly()
    {
        var expected = JsonNode.Parse(TestStudies.Full)!.ToJsonString().Replace("* ", "- ").Replace("\\\\", "");

        Assert.Equal(expected, JsonNode.Parse(Project(Encoding.UTF8.GetString(TestStudies.Full),
            FieldProjection.All.With(MarkupFormat.Legacy)))!.ToJsonString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("{\"protocolSection\":")]
    public void Write_NotARecord_FailsAsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => Project(json, FieldProjection.Of([StudyFields.NCTId])));

    private static void Remove(JsonNode? node, IEnumerable<StudyField> fields, StudyField keep)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Remove(item, fields, keep);
            }

            return;
        }

        foreach (var field in fields)
        {
            if (field == keep)
            {
                continue;
            }

            if (keep.Path.StartsWith(field.Path + ".", StringComparison.Ordinal))
            {
                Remove(node![field.Name], field.Children, keep);
            }
            else
            {
                node!.AsObject().Remove(field.Name);
            }
        }
    }

    private static string Project(string json, FieldProjection projection)
    {
        var buffer = new ArrayBufferWriter<byte>();
        projection.Write(Encoding.UTF8.GetBytes(json), buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
