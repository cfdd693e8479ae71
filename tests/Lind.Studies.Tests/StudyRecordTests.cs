using System.Buffers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Studies.Tests;

/// <summary>The typed record against the catalogue: every path typed, named as there, and nothing besides.</summary>
public sealed class StudyRecordTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public void Record_EveryPathOfTheCatalogue_IsAPropertyOfTheRightType()
    {
        var reached = new List<string>();
        AssertMembers(typeof(Study), FieldCatalogue.Roots, reached);

        Assert.Equal(FieldCatalogue.All.Select(field => field.Path), reached);
        Assert.Equal(454, reached.Count);
    }

    [Fact]
    public void Read_ARecordWithEveryField_LeavesNothingUnknown()
    {
        var study = StudyJson.Read(TestStudies.Full);

        Assert.DoesNotContain(Parts(study), part => part.UnknownMembers is not null);
        Assert.Equal(JsonNode.Parse(TestStudies.Full)!.ToJsonString(),
            JsonNode.Parse(StudyJson.Write(study))!.ToJsonString());
    }

    /// <summary>A member nobody knows, put into each object of a full record, is kept and comes back.</summary>
    [Fact]
    public void Write_UnknownMembersInEveryObject_ComeBack()
    {
        var record = JsonNode.Parse(TestStudies.Full)!;
        var objects = AddUnknown(record);
        var study = StudyJson.Read(JsonSerializer.SerializeToUtf8Bytes(record));

        Assert.Equal(objects, Parts(study).Count(part => part.UnknownMembers is { Count: 1 }));
        Assert.True(JsonNode.DeepEquals(record, JsonNode.Parse(StudyJson.Write(study))));
    }

    [Fact]
    public void StudyHead_UnknownCodesAndOddTexts_AreTaken()
    {
        var record = JsonNode.Parse(TestStudies.Full)!;
        foreach (var field in FieldCatalogue.Leaves.Where(field =>
            field.Kind is FieldKind.Enum or FieldKind.Date or FieldKind.DateTime or FieldKind.Time))
        {
            ReplaceText(record, field, "never seen");
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(record);
        Assert.Null(StudyHead.Read(bytes).Error);
        Assert.True(JsonNode.DeepEquals(record, JsonNode.Parse(StudyJson.Write(StudyJson.Read(bytes)))));
    }

    /// <summary>Any value of another type in place of a known member: the check names the path, and the typed reader
    /// refuses it too, so that no view shows half of the record.</summary>
    [Fact]
    public void StudyHead_AnyMemberOfAnotherType_IsRefusedByItsPath()
    {
        foreach (var field in FieldCatalogue.All)
        {
            JsonNode wrong = field.Kind is FieldKind.Boolean or FieldKind.Integer or FieldKind.Number || field.IsList
                ? "text" : 7;
            var record = JsonNode.Parse(TestStudies.Full)!;
            Replace(record, field.Path.Split('.'), wrong);
            var bytes = JsonSerializer.SerializeToUtf8Bytes(record);

            Assert.StartsWith($"{field.Path}: ", StudyHead.Read(bytes).Error, StringComparison.Ordinal);
            Assert.ThrowsAny<JsonException>(() => StudyJson.Read(bytes));
        }
    }

    [Fact]
    public void Compact_AnyRecord_ChangesWhiteSpaceOnly()
    {
        var pretty = JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(TestStudies.Full), Indented);
        var buffer = new ArrayBufferWriter<byte>();
        StudyJson.Compact(pretty, buffer);

        Assert.Equal(JsonNode.Parse(TestStudies.Full)!.ToJsonString(), JsonNode.Parse(buffer.WrittenSpan)!.ToJsonString());
        Assert.Equal(-1, buffer.WrittenSpan.IndexOf((byte)'\n'));
        Assert.Equal(TestStudies.Full.Length, buffer.WrittenCount);
    }

    private static void AssertMembers(Type type, IReadOnlyList<StudyField> fields, List<string> reached)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name is not ("UnknownMembers" or "EqualityContract"))
            .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        Assert.Equal(fields.Select(field => field.Name), properties.Keys);
        foreach (var field in fields)
        {
            reached.Add(field.Path);
            AssertType(properties[field.Name].PropertyType, field, reached);
        }
    }

    private static void AssertType(Type type, StudyField field, List<string> reached)
    {
        if (field.IsList)
        {
            Assert.Equal(typeof(IReadOnlyList<>), type.GetGenericTypeDefinition());
            type = type.GetGenericArguments()[0];
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        switch (field.Kind)
        {
            case FieldKind.Struct:
                Assert.True(type.IsSealed && type.IsSubclassOf(typeof(StudyPart)));
                AssertMembers(type, field.Children, reached);
                break;
            case FieldKind.Enum:
                Assert.Equal(field.BaseType, type.GetProperty("EnumType")!.GetValue(null));
                break;
            default:
                Assert.Equal(TypeOf(field.Kind), type);
                break;
        }
    }

    private static Type TypeOf(FieldKind kind) => kind switch
    {
        FieldKind.Text or FieldKind.Markup => typeof(string),
        FieldKind.Boolean => typeof(bool),
        FieldKind.Integer => typeof(long),
        FieldKind.Number => typeof(decimal),
        FieldKind.Date => typeof(PartialDate),
        FieldKind.DateTime => typeof(DateTimeMinutes),
        FieldKind.Time => typeof(Age),
        FieldKind.GeoPoint => typeof(GeoPoint),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static IEnumerable<StudyPart> Parts(StudyPart part) => part.GetType().GetProperties()
        .Where(property => property.Name != "UnknownMembers")
        .Select(property => property.GetValue(part))
        .SelectMany(value => value is IEnumerable<StudyPart> list ? list : value is StudyPart one ? [one] : [])
        .SelectMany(Parts)
        .Prepend(part);

    private static int AddUnknown(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                return list.Sum(AddUnknown);
            case JsonObject members:
                var below = members.Sum(member => AddUnknown(member.Value));
                members["zz new"] = new JsonArray(1.50m, null, new JsonObject { ["a\"\\é"] = false });
                return below + 1;
            default:
                return 0;
        }
    }

    private static void ReplaceText(JsonNode record, StudyField field, string text) => Replace(
        record, field.Path.Split('.'), field.IsList ? new JsonArray(text, text) : text);

    private static void Replace(JsonNode? node, ReadOnlySpan<string> path, JsonNode value)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Replace(item, path, value);
            }
        }
        else if (path.Length == 1)
        {
            node!.AsObject()[path[0]] = value.DeepClone();
        }
        else
        {
            Replace(node![path[0]], path[1..], value);
        }
    }
}
