using System.Globalization;
using Lind.Studies;
using Microsoft.AspNetCore.Components;

namespace Lind.Web.Portal;

/// <summary>Adverse events with how many of each group had them; the percentages are computed here and say so.</summary>
public sealed class AdverseEventTable : HtmlBlock
{
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<EventGroup> Groups { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<AdverseEvent> Events { get; set; } = [];

    /// <summary>By organ system the table has a part for each; otherwise a column names it.</summary>
    [Parameter]
    public EventOrder Order { get; set; }

    /// <summary>Affected of at risk as a percentage, one decimal; empty when it cannot be computed.</summary>
    public static string Percent(Words words, long? affected, long? atRisk) => affected is { } some && atRisk is > 0 and { } all
        ? words.Say("results.percent", words.Number(100.0 * some / all, "0.0")) : "";

    protected override void Write()
    {
        Raw("<div class=\"scroll-x\" tabindex=\"0\" role=\"group\" aria-label=\"").Text(Caption)
            .Raw("\"><table class=\"events\"><caption class=\"visually-hidden\">").Text(Caption)
            .Raw("</caption><thead><tr><th scope=\"col\">").Text(W["results.term"]).Raw("</th>");
        if (Order != EventOrder.Organ)
        {
            Raw("<th scope=\"col\">").Text(W["results.organSystem"]).Raw("</th>");
        }

        foreach (var group in Groups)
        {
            Raw("<th scope=\"col\">").Text(group.Title).Raw("</th>");
        }

        Raw("</tr></thead>");
        if (Order == EventOrder.Organ)
        {
            WriteByOrgan();
        }
        else
        {
            Raw("<tbody>");
            foreach (var one in Ordered())
            {
                WriteEvent(one);
            }

            Raw("</tbody>");
        }

        Raw("</table></div>");
    }

    private void WriteByOrgan()
    {
        foreach (var organ in Events.GroupBy(one => one.OrganSystem ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Raw("<tbody><tr><th scope=\"rowgroup\" class=\"organ\" colspan=\"").Text(Svg.N(Groups.Count + 1)).Raw("\">")
                .Text(organ.Key.Length == 0 ? W["silent.code"] : organ.Key).Raw("</th></tr>");
            foreach (var one in organ)
            {
                WriteEvent(one);
            }

            Raw("</tbody>");
        }
    }

    private IOrderedEnumerable<AdverseEvent> Ordered() => Order == EventOrder.Share
        ? Events.OrderByDescending(LargestShare).ThenBy(one => one.Term, StringComparer.OrdinalIgnoreCase)
        : Events.OrderBy(one => one.Term, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.OrganSystem, StringComparer.Ordinal);

    private static double LargestShare(AdverseEvent one) => (one.Stats ?? [])
        .Select(stats => stats is { NumAffected: { } affected, NumAtRisk: > 0 and { } atRisk } ? (double)affected / atRisk : 0)
        .DefaultIfEmpty().Max();

    private void WriteEvent(AdverseEvent one)
    {
        Raw("<tr><th scope=\"row\">").Text(one.Term);
        if (!string.IsNullOrWhiteSpace(one.Notes))
        {
            Raw("<span class=\"spread\">").Text(one.Notes).Raw("</span>");
        }

        Raw("</th>");
        if (Order != EventOrder.Organ)
        {
            Raw("<td>").Text(one.OrganSystem).Raw("</td>");
        }

        foreach (var group in Groups)
        {
            Raw("<td class=\"result-number\">");
            if (one.Stats?.FirstOrDefault(stats => stats.GroupId == group.Id) is { } stats)
            {
                WriteStats(stats);
            }

            Raw("</td>");
        }

        Raw("</tr>");
    }

    private void WriteStats(EventStats stats)
    {
        Text(stats.NumAtRisk is { } atRisk
            ? W.Say("results.affected", stats.NumAffected?.ToString(CultureInfo.InvariantCulture) ?? "–", atRisk)
            : stats.NumAffected?.ToString(CultureInfo.InvariantCulture));
        var percent = Percent(W, stats.NumAffected, stats.NumAtRisk);
        if (percent.Length > 0 || stats.NumEvents is not null)
        {
            Raw("<span class=\"spread\">").Text(percent);
            if (stats.NumEvents is { } events)
            {
                Text(percent.Length > 0 ? ", " : "").Text(string.Format(System.Globalization.CultureInfo.InvariantCulture, W.Form("results.eventOccurrences", events), events));
            }

            Raw("</span>");
        }
    }
}
