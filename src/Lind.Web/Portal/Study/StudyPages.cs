using Lind.Registry;
using Lind.Store;
using Lind.Studies;
using Lind.Studies.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lind.Web.Portal;

/// <summary>The study's page: finds the record, what stands around it, and answers 404 or a redirect where due.</summary>
internal static class StudyPages
{
    public static async Task<IResult> ShowAsync(
        string id, HttpContext context, StudyRegistry registry, TimeProvider clock, Words words)
    {
        var (study, answer) = await FindAsync(id, "", context, registry, words);
        if (study is null)
        {
            return answer!;
        }

        var view = await ViewAsync(study, context, registry, clock);
        return PortalResult.Page<StudyPage>(new() { [nameof(StudyPage.View)] = view });
    }

    /// <summary>The study of an id as typed: or the answer to give instead (404, or the way to its proper address).</summary>
    internal static async Task<(StoredStudy? Study, IResult? Answer)> FindAsync(
        string id, string below, HttpContext context, StudyRegistry registry, Words words)
    {
        var parsed = NctId.ParseRequest(id);
        if (!parsed.Success)
        {
            var shown = id.Length <= 60 ? id : id[..60] + "…";
            return (null, PortalErrors.Page(
                words.Say("error.badId", shown), words["error.badIdText"], StatusCodes.Status404NotFound, query: shown));
        }

        var lookup = await registry.FindAsync(parsed.Value, context.RequestAborted);
        var known = lookup.Study?.NctId ?? lookup.MovedTo;
        if (known is not { } own)
        {
            var name = parsed.Value.ToString();
            return (null, PortalErrors.Page(words.Say("error.studyNotFound", name), words["error.studyNotFoundText"],
                StatusCodes.Status404NotFound, registryId: name));
        }

        return lookup.Study is null || own.ToString() != id
            ? (null, Results.Redirect($"/study/{own}{below}{context.Request.QueryString}", permanent: true))
            : (lookup.Study, null);
    }

    internal static async Task<StudyView> ViewAsync(
        StoredStudy study, HttpContext context, StudyRegistry registry, TimeProvider clock)
    {
        var record = StudyJson.Read(study.Json.Span);
        // A record whose details are held back has nothing to be like: "[Redacted]" is no sponsor in common.
        var related = record.ProtocolSection?.StatusModule?.OverallStatus == OverallStatus.Withheld ? new([], [], [])
            : context.RequestServices.GetRequiredService<RelatedTrials>().Find(study.NctId, registry, context.RequestAborted);
        var query = context.Request.Query;
        return new StudyView
        {
            Study = record,
            Today = clock.Today(),
            TakenOn = study.Rank.Stamp,
            Site = SiteOf(context.Request),
            Family = related.Family,
            Related = related.Related,
            MoreRelated = related.MoreRelated,
            Near = await context.RequestServices.GetRequiredService<PlaceFinder>()
                .FindAsync(query["near"].ToString(), context.RequestAborted),
            Towns = context.RequestServices.GetRequiredService<Gazetteer>(),
            OnlyOpenSites = query["open"] == "1",
            Events = EventChoice.Of(query["events"], query["by"]),
        };
    }

    internal static string SiteOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
