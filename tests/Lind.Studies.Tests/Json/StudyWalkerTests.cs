using System.Text;
using System.Text.Json;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Studies.Tests.Json;

public sealed class StudyWalkerTests
{
    [Fact]
    public void Walk_ARecordWithEveryField_GivesEveryLeafAndList()
    {
        var seen = new Recorder();
        StudyWalker.Walk(TestStudies.Full, ref seen);

        Assert.Equal(
            FieldCatalogue.Leaves.Select(field => field.Piece).Order(), seen.Values.Select(v => v.Piece).Distinct().Order());
        Assert.Equal(
            FieldCatalogue.All.Where(field => field.IsList).Select(field => field.Piece).Order(),
            seen.Lists.Select(list => list.Piece).Distinct().Order());
        Assert.All(seen.Values, value =>
            Assert.Equal(FieldCatalogue.ByPiece(value.Piece)!.EnclosingLists.Count, value.Ordinals.Split('.',
                StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Fact]
    public void Walk_Sites_CarryTheirOrdinalAndPoint()
    {
        var seen = Walk("""
            {"protocolSection":{"contactsLocationsModule":{"locations":[{"city":"Oslo"},{"state":"M\u0061ine",
            "geoPoint":{"lat":44.5,"lon":-69.25}},{"geoPoint":{"lat":444.5,"lon":1}},{"geoPoint":{"lat":4}}]}}}
            """);

        Assert.Equal(
            ["LocationCity[0]=Oslo", "LocationState[1]=Maine", "LocationGeoPoint[1]=44.5,-69.25"],
            seen.Values.Select(value => value.ToString()));
        Assert.Equal([("Location", 4, "")], seen.Lists);
    }

    [Fact]
    public void Walk_NestedLists_GiveOrdinalsOutermostFirst()
    {
        var seen = Walk("""
            {"protocolSection":{"armsInterventionsModule":{"armGroups":[{"label":"a"},
            {"interventionNames":["x","y"]}]}},"hasResults":true}
            """);

        Assert.Equal(
            ["ArmGroupLabel[0]=a", "ArmGroupInterventionName[1.0]=x", "ArmGroupInterventionName[1.1]=y",
                "HasResults[]=true"],
            seen.Values.Select(value => value.ToString()));
        Assert.Equal([("ArmGroupInterventionName", 2, "1"), ("ArmGroup", 2, "")], seen.Lists);
    }

    [Fact]
    public void Walk_OnlyWantedFields_AreGiven()
    {
        var seen = new Recorder();
        StudyWalker.Walk(TestStudies.Full, new FieldSet([StudyFields.Phase, StudyFields.EnrollmentInfo]), ref seen);

        Assert.Equal(["EnrollmentCount", "EnrollmentType", "Phase"],
            seen.Values.Select(value => value.Piece).Distinct().Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"protocolSection\":{")]
    public void Walk_NotARecord_FailsAsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => Walk(json));

    [Theory]
    [InlineData("{\"protocolSection\":[1,{\"a\":2}]}")]
    [InlineData("{\"protocolSection\":{\"conditionsModule\":{\"conditions\":{\"a\":[1]}}},\"hasResults\":7}")]
    [InlineData("{\"protocolSection\":null,\"unknown\":[[[1]]]}")]
    public void Walk_WrongTypes_ArePassedOver(string json) => Assert.Empty(Walk(json).Values);

    /// <summary>Against the plain way: walk a parsed document with the catalogue.</summary>
    [Fact]
    public void Walk_EverySharedStudy_GivesWhatAParsedDocumentHolds()
    {
        foreach (var line in SharedStudies.Lines(SharedStudies.Studies).Take(400))
        {
            var seen = Walk(line);
            using var document = JsonDocument.Parse(line);
            var expected = new List<string>();
            Naive(document.RootElement, FieldCatalogue.Roots, "", expected);

            Assert.Equal(expected, seen.Values.Select(value => value.ToString()));
        }
    }

    private static void Naive(JsonElement element, IEnumerable<StudyField> fields, string places, List<string> found)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (fields.FirstOrDefault(field => field.Name == member.Name) is { } known)
            {
                NaiveMember(member.Value, known, places, found);
            }
        }
    }

    private static void NaiveMember(JsonElement value, StudyField field, string places, List<string> found)
    {
        if (!field.IsList)
        {
            NaiveItem(value, field, places, found);
            return;
        }

        var ordinal = 0;
        foreach (var item in value.EnumerateArray())
        {
            NaiveItem(item, field, places.Length == 0 ? $"{ordinal}" : $"{places}.{ordinal}", found);
            ordinal++;
        }
    }

    private static void NaiveItem(JsonElement value, StudyField field, string places, List<string> found)
    {
        if (field.Kind == FieldKind.Struct)
        {
            Naive(value, field.Children, places, found);
            return;
        }

        var text = field.Kind switch
        {
            FieldKind.GeoPoint =>
                $"{value.GetProperty("lat").GetDouble()},{value.GetProperty("lon").GetDouble()}",
            FieldKind.Boolean => value.GetBoolean() ? "true" : "false",
            _ => value.ToString(),
        };
        found.Add($"{field.Piece}[{places}]={text}");
    }

    private static Recorder Walk(string json)
    {
        var seen = new Recorder();
        StudyWalker.Walk(Encoding.UTF8.GetBytes(json), ref seen);
        return seen;
    }

    private sealed record Seen(string Piece, string Ordinals, string Text)
    {
        public override string ToString() => $"{Piece}[{Ordinals}]={Text}";
    }

    private sealed class Recorder : IStudyVisitor
    {
        public List<Seen> Values { get; } = [];

        public List<(string Piece, int Count, string Ordinals)> Lists { get; } = [];

        public void Value(in StudyValue value) => Values.Add(new Seen(
            value.Field.Piece,
            string.Join('.', value.Ordinals.ToArray()),
            value.Field.Kind == FieldKind.GeoPoint ? $"{value.Latitude},{value.Longitude}" : value.ToString()));

        public void EndList(StudyField list, int count, ReadOnlySpan<int> ordinals) =>
            Lists.Add((list.Piece, count, string.Join('.', ordinals.ToArray())));
    }
}
