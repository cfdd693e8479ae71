using Lind.Registry;
using Lind.Studies;
using Lind.Studies.Json;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>A study among its related ones.</summary>
internal static class LandscapePages
{
    public static async Task<IResult> ShowAsync(
        string id, HttpContext context, StudyRegistry registry, TimeProvider clock, Words words, RelatedTrials trials)
    {
        var (study, answer) = await StudyPages.FindAsync(id, "/landscape", context, registry, words);
        if (study is null)
        {
            return answer!;
        }

        var related = trials.Find(study.NctId, registry, context.RequestAborted);
        var ids = related.Family.Concat(related.Related).Concat(related.MoreRelated)
            .Select(trial => NctId.Parse(trial.NctId)).Where(one => one.Success).Select(one => one.Value);
        var others = await registry.Store.FindManyAsync([.. ids], context.RequestAborted);
        var today = clock.Today();
        List<StudyView> studies =
            [.. others.Prepend(study).Select(one => new StudyView { Study = StudyJson.Read(one.Json.Span), Today = today })];
        return PortalResult.Page<LandscapePage>(new() { [nameof(LandscapePage.Studies)] = studies });
    }
}
