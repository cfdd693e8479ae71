using System.Text.Json.Nodes;
using Lind.Studies;

namespace Lind.Web.Api.Formats.Fhir;

/// <summary>FHIR's rules for building JSON: what is empty is left out, never written as null or "".</summary>
internal static class FhirJson
{
    /// <summary>Where the registry defines its codes; each piece is a code system of its own there.</summary>
    public const string RegistryCodes = "https://clinicaltrials.gov/data-api/about-api/study-data-structure#";

    public const string Mesh = "http://id.nlm.nih.gov/mesh";

    public static JsonObject With(this JsonObject target, string name, JsonNode? value)
    {
        if (value is not (null or JsonArray { Count: 0 } or JsonObject { Count: 0 }))
        {
            target[name] = value;
        }

        return target;
    }

    public static JsonObject With(this JsonObject target, string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? target : target.With(name, JsonValue.Create(value));

    public static JsonArray ListOf<T>(IEnumerable<T>? items, Func<T, JsonObject?> map) =>
        [.. (items ?? []).Select(map).Where(item => item is { Count: > 0 })];

    /// <summary>A concept in words only; null without words.</summary>
    public static JsonObject? Concept(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : new JsonObject { ["text"] = text };

    /// <summary>A concept with one code.</summary>
    public static JsonObject Concept(string system, string code, string? text) => new JsonObject
    {
        ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }.With("display", text)),
    }.With("text", text);

    /// <summary>A coded value of the record under the registry's own code system.</summary>
    public static JsonObject? Coded<T>(string piece, T? value)
        where T : struct, IStudyCode<T> =>
        value is { Code.Length: > 0 } given ? Concept(RegistryCodes + piece, given.Code, given.Label) : null;

    /// <summary>A date of the record, if it is one: FHIR takes years and months too.</summary>
    public static string? Date(PartialDate? date) => date is { IsDate: true } given ? given.ToString() : null;

    /// <summary>A stable identity for a resource inside the bundle.</summary>
    public static string UrnOf(string name)
    {
        var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name));
        // Version 8 of RFC 9562: a vendor's own, here from a hash.
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(digest.AsSpan(0, 16), bigEndian: true).ToString("D");
    }
}
