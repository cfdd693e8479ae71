using Lind.Registry;
using Lind.Studies;
using Lind.Studies.Json;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>Studies side by side.</summary>
internal static class ComparePages
{
    public const int Most = 5;
    private const int MostAsked = 50;

    public static async Task<IResult> ShowAsync(HttpContext context, StudyRegistry registry, TimeProvider clock)
    {
        var asked = IdsOf(context.Request.Query);
        var parsed = asked.Select(text => (Text: text, Id: NctId.ParseRequest(text))).ToList();
        var wanted = parsed.Where(one => one.Id.Success).Select(one => one.Id.Value).Distinct().ToList();
        var records = await registry.Store.FindManyAsync([.. wanted.Take(Most)], context.RequestAborted);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var views = records.Select(record => new StudyView { Study = StudyJson.Read(record.Json.Span), Today = today, TakenOn = record.Rank.Stamp }).ToList();
        var known = records.Select(record => record.NctId).ToHashSet();
        List<string> unknown =
        [
            .. parsed.Where(one => !one.Id.Success).Select(one => one.Text),
            .. wanted.Take(Most).Where(id => !known.Contains(id)).Select(id => id.ToString()),
        ];
        return PortalResult.Page<ComparePage>(new()
        {
            [nameof(ComparePage.Studies)] = views,
            [nameof(ComparePage.Unknown)] = unknown,
            [nameof(ComparePage.Asked)] = wanted.Count,
            [nameof(ComparePage.OnlyDifferences)] = context.Request.Query["differences"] == "1",
        });
    }

    // ids=NCT…,NCT… and ids=NCT…&ids=NCT… (ticked boxes) both work, and any mix.
    private static List<string> IdsOf(IQueryCollection query) =>
        [.. query["ids"].SelectMany(value => (value ?? "").Split([',', ' ', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(text => text.Length <= 60 ? text : text[..60]).Take(MostAsked)];
}
