using System.Text;
using System.Text.Json;

namespace Lind.Generator;

/// <summary>A real study taken apart: each module a template, sites one by one.</summary>
internal sealed class Donor
{
    private readonly Dictionary<string, Template> _modules = [];

    private Donor()
    {
    }

    public required bool HasResults { get; init; }

    /// <summary>The letters of its first condition branch ("BC04"), or "none": prose is exchanged inside it.</summary>
    public required string Branch { get; init; }

    public required string StudyType { get; init; }

    public required DateOnly LastUpdate { get; init; }

    /// <summary>The first condition and intervention as they stand in the JSON, escapes included.</summary>
    public required byte[] Condition { get; init; }

    public required byte[] Intervention { get; init; }

    public required byte[] City { get; init; }

    public required IReadOnlyList<Template> Sites { get; init; }

    public int ResultsSize { get; private set; }

    public IEnumerable<Template> Templates => _modules.Values.Concat(Sites);

    public Template? Module(string name) => _modules.GetValueOrDefault(name);

    public static Donor Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var protocol = root.GetProperty("protocolSection");
        var sites = List(protocol, "contactsLocationsModule", "locations");
        var donor = new Donor
        {
            HasResults = root.TryGetProperty("resultsSection", out var results),
            Branch = BranchOf(root),
            StudyType = Text(protocol, "designModule", "studyType"),
            LastUpdate = Day(protocol.GetProperty("statusModule").GetProperty("lastUpdatePostDateStruct")),
            Condition = First(List(protocol, "conditionsModule", "conditions"), null),
            Intervention = First(List(protocol, "armsInterventionsModule", "interventions"), "name"),
            City = First(sites, "city"),
            Sites = [.. sites.Select(site => Template.Cut(Bytes(site)))],
            ResultsSize = results.ValueKind == JsonValueKind.Object ? results.GetRawText().Length : 0,
        };
        donor.TakeModules(root);
        return donor;
    }

    private void TakeModules(JsonElement root)
    {
        foreach (var section in root.EnumerateObject())
        {
            if (section.Value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            if (section.Name != "protocolSection" && section.Name != "derivedSection")
            {
                _modules[section.Name] = Template.Cut(Bytes(section.Value));
                continue;
            }

            foreach (var module in section.Value.EnumerateObject())
            {
                TakeModule(module.Name, module.Value);
            }
        }
    }

    private void TakeModule(string name, JsonElement module)
    {
        if (name is "identificationModule" or "contactsLocationsModule")
        {
            // Written member by member: the id is new, the titles may be, the sites come one at a time.
            foreach (var member in module.EnumerateObject().Where(member => member.Name != "locations"))
            {
                _modules[name + "." + member.Name] = Template.Cut(Bytes(member.Value), member.Name == "organization");
            }

            return;
        }

        _modules[name] = Template.Cut(Bytes(module), organizations: name == "sponsorCollaboratorsModule");
    }

    private static string BranchOf(JsonElement root) =>
        root.TryGetProperty("derivedSection", out var derived)
        && List(derived, "conditionBrowseModule", "browseBranches") is [var first, ..]
        && first.TryGetProperty("abbrev", out var abbrev)
            ? abbrev.GetString()! : "none";

    private static IReadOnlyList<JsonElement> List(JsonElement section, string module, string list) =>
        section.TryGetProperty(module, out var found) && found.TryGetProperty(list, out var items)
            ? [.. items.EnumerateArray()] : [];

    private static string Text(JsonElement section, string module, string member) =>
        section.TryGetProperty(module, out var found) && found.TryGetProperty(member, out var text)
            ? text.GetString() ?? "" : "";

    private static DateOnly Day(JsonElement date) => DateOnly.ParseExact(date.GetProperty("date").GetString()!,
        "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] First(IReadOnlyList<JsonElement> items, string? member) =>
        items is not [var first, ..] ? []
        : member is null ? Inner(first)
        : first.TryGetProperty(member, out var text) ? Inner(text) : [];

    private static byte[] Inner(JsonElement text) => Encoding.UTF8.GetBytes(text.GetRawText())[1..^1];

    private static ReadOnlyMemory<byte> Bytes(JsonElement element) => Encoding.UTF8.GetBytes(element.GetRawText());
}
