using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lind.Studies;

/// <summary>A JSON object of the study record.</summary>
public abstract record StudyPart
{
    /// <summary>Members the catalogue does not know, as they came; null when there are none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? UnknownMembers { get; set; }
}
