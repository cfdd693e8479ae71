using Lind.Studies;
using Microsoft.AspNetCore.Components;

namespace Lind.Web.Portal;

/// <summary>What was measured, group by group: a row for each class and category, the numbers exactly as posted.</summary>
public sealed class MeasureTable : HtmlBlock
{
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<MeasureGroup> Groups { get; set; } = [];

    [Parameter]
    public IReadOnlyList<Denom> Denoms { get; set; } = [];

    [Parameter]
    public IReadOnlyList<MeasureClass> Classes { get; set; } = [];

    /// <summary>How each number was come by: <c>Mean (standard deviation)</c>, with the unit.</summary>
    [Parameter]
    public string Kind { get; set; } = "";

    /// <summary>The spread's name in words; empty when none is posted.</summary>
    [Parameter]
    public string Spread { get; set; } = "";

    /// <summary>Whether a missing value means that the time was not reached: for medians of times.</summary>
    [Parameter]
    public bool IsMedian { get; set; }

    protected override void Write()
    {
        Raw("<div class=\"scroll-x\" tabindex=\"0\" role=\"group\" aria-label=\"").Text(Caption)
            .Raw("\"><table><caption class=\"visually-hidden\">").Text(Caption)
            .Raw("</caption><thead><tr><th scope=\"col\">").Text(Kind).Raw("</th>");
        foreach (var group in Groups)
        {
            Raw("<th scope=\"col\">").Text(group.Title).Raw("</th>");
        }

        Raw("</tr></thead><tbody>");
        foreach (var denom in Denoms)
        {
            WriteDenom(denom);
        }

        foreach (var one in Classes)
        {
            WriteClass(one);
        }

        Raw("</tbody></table></div>");
    }

    private void WriteDenom(Denom denom)
    {
        Raw("<tr><th scope=\"row\">").Text(W["results.analyzed"]).Raw(" (").Text(denom.Units).Raw(")</th>");
        foreach (var group in Groups)
        {
            Raw("<td class=\"result-number\">").Text(denom.Counts?.FirstOrDefault(count => count.GroupId == group.Id)?.Value).Raw("</td>");
        }

        Raw("</tr>");
    }

    private void WriteClass(MeasureClass one)
    {
        var categories = one.Categories ?? [];
        var ownRow = !string.IsNullOrEmpty(one.Title) && (categories.Count > 1 || categories.Any(category => category.Title is { Length: > 0 }));
        if (ownRow)
        {
            Raw("<tr><th scope=\"rowgroup\" colspan=\"").Text(Words.Number(Groups.Count + 1)).Raw("\">").Text(one.Title).Raw("</th></tr>");
        }

        foreach (var category in categories)
        {
            var title = category.Title is { Length: > 0 } own ? own : ownRow ? "" : one.Title;
            Raw("<tr><th scope=\"row\">").Text(string.IsNullOrEmpty(title) ? W["results.value"] : title).Raw("</th>");
            foreach (var group in Groups)
            {
                WriteCell(category.Measurements?.FirstOrDefault(value => value.GroupId == group.Id));
            }

            Raw("</tr>");
        }
    }

    private void WriteCell(Measurement? value)
    {
        Raw("<td>");
        if (value is not null)
        {
            Raw("<span class=\"result-number\">").Text(ValueOf(value.Value)).Raw("</span>");
            var spread = value switch
            {
                { LowerLimit: { } low, UpperLimit: { } high } => W.Say("results.to", ValueOf(low), ValueOf(high)),
                { LowerLimit: { } low } => W.Say("results.from", ValueOf(low)),
                { UpperLimit: { } high } => W.Say("results.upTo", ValueOf(high)),
                { Spread: { } single } => single,
                _ => "",
            };
            if (spread.Length > 0)
            {
                Raw("<span class=\"spread\">").Text(Spread.Length == 0 ? W["results.spread"] : Spread).Raw(": ").Text(spread).Raw("</span>");
            }

            if (!string.IsNullOrWhiteSpace(value.Comment))
            {
                Raw("<span class=\"spread\">").Text(value.Comment).Raw("</span>");
            }
        }

        Raw("</td>");
    }

    // "NA" and "NR" stand for a value that could not be given; for a median it usually was not reached in time.
    private string ValueOf(string? text) => text is "NA" or "NR"
        ? W.Say(IsMedian ? "results.notReachedMark" : "results.notEstimable", text)
        : text ?? "";
}
