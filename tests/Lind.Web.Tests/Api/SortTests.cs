using System.Globalization;
using System.Text.Json.Nodes;
using Lind.Studies.Fields;
using Lind.TestKit;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

/// <summary>Every field that sorts, over the registry's own 529 studies: in order, in its default direction, those without
/// it last in either.</summary>
public sealed class SortTests : IAsyncLifetime
{
    private WebServer? _server;
    private Dictionary<string, JsonNode> _records = [];

    private WebServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        _server = await WebServer.StartAsync(new LindWebOptions(),
            await TestRegistry.ImportAsync(Requires.SharedData("csv-export/ctg-studies.json.zip")));
        _records = JsonNode.Parse(await Server.GetTextAsync("/api/v2/studies?pageSize=1000"))!["studies"]!.AsArray()
            .ToDictionary(study => (string)study!["protocolSection"]!["identificationModule"]!["nctId"]!, study => study!);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task Sort_EveryDateAndNumber_IsInOrderWithMissingLast()
    {
        var fields = FieldCatalogue.Leaves.Where(field => field.EnclosingLists.Count == 0
            && field.Kind is FieldKind.Date or FieldKind.DateTime or FieldKind.Integer or FieldKind.Number).ToArray();

        foreach (var field in fields)
        {
            var isDate = field.Kind is FieldKind.Date or FieldKind.DateTime;
            await CheckAsync(field.Piece, isDate, id => ValueOf(_records[id], field, isDate));
        }

        Assert.True(fields.Length > 15);
    }

    [Fact]
    public async Task Sort_EveryCountOfAList_IsInOrderWithMissingLast()
    {
        var lists = FieldCatalogue.All.Where(field => field.IsList && field.EnclosingLists.Count == 1).ToArray();

        foreach (var list in lists)
        {
            var name = "Num" + (list.Piece.EndsWith('s') ? list.Piece
                : list.Piece.EndsWith("ry", StringComparison.Ordinal) || list.Piece.EndsWith("ty", StringComparison.Ordinal)
                    ? list.Piece[..^1] + "ies" : list.Piece + "s");
            await CheckAsync(name, falls: false, id => (At(_records[id], list) as JsonArray)?.Count);
        }

        Assert.Contains(lists, list => list.Piece == "ArmGroup");
    }

    [Fact]
    public async Task Sort_TwoKeys_TheSecondOrdersWithinTheFirst()
    {
        var ids = await IdsAsync("EnrollmentCount:desc,NumArmGroups");

        // Turned so that the whole order falls, with what is missing at its end.
        var keys = ids.Select(id => (
            Enrollment: ValueOf(_records[id], StudyFields.EnrollmentCount, isDate: false) ?? double.MinValue,
            Arms: At(_records[id], StudyFields.ArmGroup) is JsonArray arms ? -arms.Count : int.MinValue)).ToArray();
        Assert.Equal(keys.OrderByDescending(key => key.Enrollment).ThenByDescending(key => key.Arms), keys);
    }

    [Fact]
    public async Task Sort_Relevance_FallsUnlessAskedOtherwise()
    {
        var falling = await ScoresAsync("@relevance");
        var rising = await ScoresAsync("@relevance:asc");

        Assert.Equal(falling.OrderDescending(), falling);
        Assert.Equal(rising.Order(), rising);
        Assert.Equal(falling.Length, rising.Length);
        Assert.True(falling.Distinct().Count() > 5);
    }

    private async Task<double[]> ScoresAsync(string sort) => [.. JsonNode.Parse(await Server.GetTextAsync(
        $"/api/lind/search?query.cond=cancer&pageSize=1000&sort={sort}"))!["studies"]!.AsArray().Select(hit => (double)hit!["score"]!)];

    private async Task CheckAsync(string name, bool falls, Func<string, double?> valueOf)
    {
        foreach (var (direction, falling) in new[] { ("", falls), (":asc", false), (":desc", true) })
        {
            var values = (await IdsAsync(name + direction)).Select(valueOf).ToArray();
            var present = values.TakeWhile(value => value is not null).ToArray();

            Assert.Equal(_records.Count, values.Length);
            Assert.True(values.Skip(present.Length).All(value => value is null), name + direction);
            Assert.True((falling ? present.OrderDescending() : present.Order()).SequenceEqual(present), name + direction);
        }
    }

    private async Task<string[]> IdsAsync(string sort) => SeededServer.IdsOf(JsonNode.Parse(
        await Server.GetTextAsync("/api/v2/studies?fields=NCTId&pageSize=1000&sort=" + sort))!);

    private static JsonNode? At(JsonNode study, StudyField field) =>
        field.Path.Split('.').Aggregate((JsonNode?)study, (node, name) => (node as JsonObject)?[name]);

    // A date counts from its first day.
    private static double? ValueOf(JsonNode study, StudyField field, bool isDate) => At(study, field) is not { } value ? null
        : isDate ? DateOnly.Parse(((string)value! + "-01-01")[..10], CultureInfo.InvariantCulture).DayNumber
        : (double)value;
}
