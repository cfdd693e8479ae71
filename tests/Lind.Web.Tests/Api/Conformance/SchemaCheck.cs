using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lind.Web.Tests.Api.Conformance;

/// <summary>Checks JSON against the registry's published schemas: the keywords that they use, nothing more.</summary>
/// <param name="schemas">By name.</param>
/// <param name="knowsAll">Whether a member that a schema does not list is a fault.</param>
internal sealed class SchemaCheck(JsonObject schemas, bool knowsAll = false)
{
    private const string Prefix = "#/components/schemas/";
    private const int MostFaults = 20;

    /// <summary>What does not fit, with its path; empty if all does.</summary>
    public IReadOnlyList<string> Faults(JsonNode? value, string schema)
    {
        var faults = new List<string>();
        Check(value, schemas[schema]!.AsObject(), "$", faults);
        return faults;
    }

    private void Check(JsonNode? value, JsonObject schema, string path, List<string> faults)
    {
        if (faults.Count >= MostFaults)
        {
            return;
        }

        if ((string?)schema["$ref"] is { } reference)
        {
            Check(value, schemas[reference[Prefix.Length..]]!.AsObject(), path, faults);
        }
        else if (schema["anyOf"] is JsonArray any)
        {
            CheckAny(value, any, path, faults);
        }
        else
        {
            CheckType(value, schema, path, faults);
        }
    }

    private void CheckAny(JsonNode? value, JsonArray any, string path, List<string> faults)
    {
        var fits = any.Any(one =>
        {
            var own = new List<string>();
            Check(value, one!.AsObject(), path, own);
            return own.Count == 0;
        });
        if (!fits)
        {
            faults.Add($"{path} fits none of the schemas");
        }
    }

    private void CheckType(JsonNode? value, JsonObject schema, string path, List<string> faults)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        var type = schema["type"] is JsonArray several
            ? (string?)several.FirstOrDefault(one => (string)one! == (kind == JsonValueKind.Number ? "number" : "string"))
            : (string?)schema["type"];
        var fits = type switch
        {
            "object" => kind == JsonValueKind.Object,
            "array" => kind == JsonValueKind.Array,
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "integer" => kind == JsonValueKind.Number && value!.GetValue<decimal>() % 1 == 0,
            "number" => kind == JsonValueKind.Number,
            _ => true,
        };
        if (!fits)
        {
            faults.Add($"{path} is {kind}, not {(string?)schema["type"]}");
            return;
        }

        if (schema["enum"] is JsonArray codes && !codes.Any(code => JsonNode.DeepEquals(code, value)))
        {
            faults.Add($"{path} is {value}, not one of the codes");
        }

        if (value is JsonObject members)
        {
            CheckMembers(members, schema, path, faults);
        }

        if (value is JsonArray items && schema["items"] is JsonObject each)
        {
            for (var at = 0; at < items.Count; at++)
            {
                Check(items[at], each, $"{path}[{at}]", faults);
            }
        }
    }

    private void CheckMembers(JsonObject members, JsonObject schema, string path, List<string> faults)
    {
        var known = schema["properties"] as JsonObject ?? [];
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => (string)name!))
        {
            if (!members.ContainsKey(name))
            {
                faults.Add($"{path} lacks {name}");
            }
        }

        foreach (var (name, value) in members)
        {
            if (known[name] is JsonObject schemaOfMember)
            {
                Check(value, schemaOfMember, $"{path}.{name}", faults);
            }
            else if (schema["additionalProperties"] is JsonObject schemaOfOthers)
            {
                Check(value, schemaOfOthers, $"{path}.{name}", faults);
            }
            else if (knowsAll || schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
            {
                faults.Add($"{path} has {name}, which the schema does not know");
            }
        }
    }
}
