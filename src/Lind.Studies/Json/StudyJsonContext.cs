using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lind.Studies.Json;

/// <summary>The generated reader and writer of <see cref="Study"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = StudyJson.MaxDepth)]
[JsonSerializable(typeof(Study))]
internal sealed partial class StudyJsonContext : JsonSerializerContext;
