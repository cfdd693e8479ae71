using System.Text.Json.Serialization;
using Lind.Registry.Indexes;

namespace Lind.Registry;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PublishedState))]
internal sealed partial class RegistryJson : JsonSerializerContext;
