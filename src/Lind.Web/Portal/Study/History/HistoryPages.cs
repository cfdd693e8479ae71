using System.Globalization;
using Lind.Registry;
using Lind.Store;
using Lind.Studies;
using Lind.Studies.Json;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>The history of a record: <c>?from=1&amp;to=2</c> chooses the versions compared, else the newest two.</summary>
internal static class HistoryPages
{
    public static async Task<IResult> ShowAsync(
        string id, HttpContext context, StudyRegistry registry, Words words)
    {
        var (study, answer) = await StudyPages.FindAsync(id, "/history", context, registry, words);
        if (study is null)
        {
            return answer!;
        }

        var history = await ReadAsync(study, context, registry.Store);
        return PortalResult.Page<HistoryPage>(new() { [nameof(HistoryPage.History)] = history });
    }

    private static async Task<RecordHistory> ReadAsync(StoredStudy study, HttpContext context, IStudyStore store)
    {
        var versions = await store.ListVersionsAsync(study.NctId, context.RequestAborted);
        var title = new StudyView { Study = StudyJson.Read(study.Json.Span), Today = default }.Title;
        List<StudyVersion> newestFirst = [.. versions.Reverse()];
        var empty = new RecordHistory(study.NctId.ToString(), title, newestFirst, null, null, [], [], false);
        if (versions.Count < 2)
        {
            return empty;
        }

        var (from, to, isBad) = Choose(context.Request.Query, versions);
        var earlier = await store.FindVersionAsync(study.NctId, from.Number, context.RequestAborted);
        var later = await store.FindVersionAsync(study.NctId, to.Number, context.RequestAborted);
        return earlier is null || later is null ? empty : empty with
        {
            From = from,
            To = to,
            Changes = RecordChanges.Between(earlier.Json.Span, later.Json.Span),
            Outcomes = OutcomeChange.Between(OutcomesOf(earlier), OutcomesOf(later)),
            BadChoice = isBad,
            Parts = await VersionParts.ReadAsync(study.NctId, newestFirst, store, context.RequestAborted),
        };
    }

    private static (StudyVersion From, StudyVersion To, bool IsBad) Choose(
        IQueryCollection query, IReadOnlyList<StudyVersion> versions)
    {
        var from = Named(query["from"], versions);
        var to = Named(query["to"], versions);
        if (from is not null && to is not null && from != to)
        {
            return from.Number < to.Number ? (from, to, false) : (to, from, false);
        }

        return (versions[^2], versions[^1], query.ContainsKey("from") || query.ContainsKey("to"));
    }

    private static StudyVersion? Named(string? text, IReadOnlyList<StudyVersion> versions) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? versions.FirstOrDefault(version => version.Number == number) : null;

    private static OutcomesModule? OutcomesOf(StoredStudy version) =>
        StudyJson.Read(version.Json.Span).ProtocolSection?.OutcomesModule;
}
