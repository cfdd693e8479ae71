using Lind.Registry;
using Lind.Studies;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>The studies a reader has ticked, together on one page.</summary>
internal static class SelectionPages
{
    public static async Task<IResult> ShowAsync(HttpContext context, StudyRegistry registry, TimeProvider clock)
    {
        var ids = StudySelection.Read(string.Join(',', context.Request.Query["ids"].OfType<string>()));
        var records = await registry.Store.FindManyAsync([.. ids.Select(id => NctId.Parse(id).Value)], context.RequestAborted);
        var byId = records.ToDictionary(record => record.NctId.ToString());
        return PortalResult.Page<SelectionPage>(new()
        {
            [nameof(SelectionPage.Hits)] = ids.Where(byId.ContainsKey).Select(id => new SearchHitView(
                new(byId[id].NctId, 0), StudySummary.Read(byId[id].Json.Span, clock.Today()), [])).ToList(),
            [nameof(SelectionPage.Unknown)] = ids.Where(id => !byId.ContainsKey(id)).ToList(),
        });
    }
}
