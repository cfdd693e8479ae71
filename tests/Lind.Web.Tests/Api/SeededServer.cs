using System.Globalization;
using System.Text.Json.Nodes;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

/// <summary>One server over 90 records made from a seed, for tests that only read; the records are known to the tests,
/// which count naively over them.</summary>
public sealed class SeededServer : IAsyncLifetime
{
    private static readonly string[] Words = ["asthma", "gout", "migraine", "stroke", "anemia"];
    private static readonly string[] Statuses = ["RECRUITING", "COMPLETED", "WITHDRAWN", "ACTIVE_NOT_RECRUITING"];
    private static readonly string?[] Phases = ["PHASE1", "PHASE2", "NA", null];
    private WebServer? _server;

    public static IReadOnlyList<Made> Records { get; } = Make(new Random(20));

    public WebServer Server => _server!;

    public async ValueTask InitializeAsync() => _server = await WebServer.StartAsync(Records.Select(record => record.Json));

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Server.GetTextAsync(path))!;

    /// <summary>The ids of one page, in order.</summary>
    public static string[] IdsOf(JsonNode page) => [.. page["studies"]!.AsArray()
        .Select(study => (string)study!["protocolSection"]!["identificationModule"]!["nctId"]!)];

    private static Made[] Make(Random random) => [.. Enumerable.Range(1, 90).Select(number =>
    {
        var word = Words[random.Next(Words.Length)];
        var second = Words[random.Next(Words.Length)];
        var status = Statuses[random.Next(Statuses.Length)];
        var phase = Phases[random.Next(Phases.Length)];
        int? enrollment = random.Next(4) == 0 ? null : random.Next(1, 40) * 10;
        var start = random.Next(5) == 0 ? null
            : string.Create(CultureInfo.InvariantCulture, $"20{random.Next(10, 25)}-{random.Next(1, 13):D2}");
        var json = Samples.Study(number, $"{word} and {second} study {number}", status, word, phase, enrollment, start);
        return new Made(Samples.Nct(number), json, word, second, status, phase, enrollment, start);
    })];

    public sealed record Made(
        string NctId, string Json, string Condition, string Second, string Status, string? Phase, int? Enrollment,
        string? Start);
}
