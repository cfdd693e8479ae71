using System.Text.Json.Nodes;
using Lind.Studies.Fields;

namespace Lind.Web.Api.Description;

/// <summary>The schemas of the descriptions: those of the record come from the field catalogue, the others stand in
/// <see cref="FixedSchemas"/>.</summary>
internal static class ApiSchemas
{
    private const string Prefix = "#/components/schemas/";

    public static JsonObject Reference(string name) => new() { ["$ref"] = Prefix + name };

    /// <summary>The schemas that the operations need, by name.</summary>
    public static JsonObject Of(IEnumerable<ApiOperation> operations)
    {
        var known = FixedSchemas.Read();
        AddRecord(known);
        var needed = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var answer in operations.SelectMany(operation => operation.Answers.Concat(operation.Body?.Forms ?? [])))
        {
            Need(answer.Schema, known, needed);
        }

        Need("Text", known, needed);
        Need("Problem", known, needed);
        return new(needed.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.DeepClone())));
    }

    private static void Need(string name, Dictionary<string, JsonNode> known, SortedDictionary<string, JsonNode> needed)
    {
        if (needed.TryAdd(name, known[name]))
        {
            foreach (var reference in References(known[name]).ToArray())
            {
                Need(reference, known, needed);
            }
        }
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "$ref"
            ? [((string)member.Value!)[Prefix.Length..]]
            : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static void AddRecord(Dictionary<string, JsonNode> known)
    {
        known["Study"] = ObjectOf(FieldCatalogue.Roots);
        foreach (var branch in FieldCatalogue.All.Where(field => field.Kind == FieldKind.Struct))
        {
            known.TryAdd(branch.BaseType, ObjectOf(branch.Children));
        }

        foreach (var list in StudyEnums.All)
        {
            known.TryAdd(list.Type, new JsonObject
            {
                ["type"] = "string",
                ["description"] = "Known codes; a record may hold others.",
                ["examples"] = new JsonArray([.. list.Values.Select(value => value.Value)]),
            });
        }
    }

    private static JsonObject ObjectOf(IEnumerable<StudyField> members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(member =>
            KeyValuePair.Create(member.Name, (JsonNode?)SchemaOf(member)))),
    };

    private static JsonObject SchemaOf(StudyField field)
    {
        var one = field.Kind switch
        {
            FieldKind.Struct or FieldKind.Enum => Reference(field.BaseType),
            FieldKind.Boolean => new JsonObject { ["type"] = "boolean" },
            FieldKind.Integer => new JsonObject { ["type"] = "integer" },
            FieldKind.Number => new JsonObject { ["type"] = "number" },
            FieldKind.GeoPoint => Reference("GeoPoint"),
            FieldKind.Date => Reference("PartialDate"),
            _ => new JsonObject { ["type"] = "string" },
        };
        return field.IsList ? new() { ["type"] = "array", ["items"] = one } : one;
    }
}
