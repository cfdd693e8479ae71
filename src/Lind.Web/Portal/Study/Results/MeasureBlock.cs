using Lind.Studies;
using Microsoft.AspNetCore.Components;

namespace Lind.Web.Portal;

/// <summary>How the numbers of one measure are to be read.</summary>
/// <param name="Value">What stands before a row without a name of its own.</param>
/// <param name="Spread">The spread's name in words; empty when none is posted.</param>
/// <param name="IsMedian">Whether a missing value means that the time was not reached: for medians of times.</param>
public readonly record struct MeasureWriting(string Value, string Spread, bool IsMedian = false);

/// <summary>Rows of measured numbers, a column for each group: a row for each class and category, the numbers exactly
/// as posted.</summary>
public abstract class MeasureBlock : HtmlBlock
{
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<MeasureGroup> Groups { get; set; } = [];

    protected void WriteHead(string first)
    {
        Raw("<div class=\"scroll-x\" tabindex=\"0\" role=\"group\" aria-label=\"").Text(Caption)
            .Raw("\"><table class=\"measures\"><caption class=\"visually-hidden\">").Text(Caption)
            .Raw("</caption><thead><tr><th scope=\"col\">").Text(first).Raw("</th>");
        foreach (var group in Groups)
        {
            Raw("<th scope=\"col\">").Text(group.Title).Raw("</th>");
        }

        Raw("</tr></thead>");
    }

    protected void WriteEnd() => Raw("</table></div>");

    protected void WriteDenom(Denom denom)
    {
        Raw("<tr><th scope=\"row\">").Text(W["results.analyzed"]).Raw(" (").Text(denom.Units).Raw(")</th>");
        foreach (var group in Groups)
        {
            Raw("<td class=\"result-number\">").Text(denom.Counts?.FirstOrDefault(count => count.GroupId == group.Id)?.Value).Raw("</td>");
        }

        Raw("</tr>");
    }

    protected void WriteClass(MeasureClass one, in MeasureWriting how)
    {
        var categories = one.Categories ?? [];
        var ownRow = !string.IsNullOrEmpty(one.Title) && (categories.Count > 1 || categories.Any(category => category.Title is { Length: > 0 }));
        if (ownRow)
        {
            Raw("<tr><th scope=\"rowgroup\" colspan=\"").Text(Svg.N(Groups.Count + 1)).Raw("\">").Text(one.Title).Raw("</th></tr>");
        }

        foreach (var category in categories)
        {
            var title = category.Title is { Length: > 0 } own ? own : ownRow ? "" : one.Title;
            Raw("<tr><th scope=\"row\">").Text(string.IsNullOrEmpty(title) ? how.Value : title).Raw("</th>");
            foreach (var group in Groups)
            {
                WriteCell(category.Measurements?.FirstOrDefault(value => value.GroupId == group.Id), how);
            }

            Raw("</tr>");
        }
    }

    private void WriteCell(Measurement? value, in MeasureWriting how)
    {
        Raw("<td>");
        if (value is not null)
        {
            Raw("<span class=\"result-number\">").Text(ValueOf(value.Value, how)).Raw("</span>");
            var spread = value switch
            {
                { LowerLimit: { } low, UpperLimit: { } high } => W.Say("results.to", ValueOf(low, how), ValueOf(high, how)),
                { LowerLimit: { } low } => W.Say("results.from", ValueOf(low, how)),
                { UpperLimit: { } high } => W.Say("results.upTo", ValueOf(high, how)),
                { Spread: { } single } => single,
                _ => "",
            };
            if (spread.Length > 0)
            {
                Raw("<span class=\"spread\">").Text(how.Spread.Length == 0 ? W["results.spread"] : how.Spread).Raw(": ").Text(spread).Raw("</span>");
            }

            if (!string.IsNullOrWhiteSpace(value.Comment))
            {
                Raw("<span class=\"spread\">").Text(value.Comment).Raw("</span>");
            }
        }

        Raw("</td>");
    }

    // "NA" and "NR" stand for a value that could not be given; for a median it usually was not reached in time.
    private string ValueOf(string? text, in MeasureWriting how) => text is "NA" or "NR"
        ? W.Say(how.IsMedian ? "results.notReachedMark" : "results.notEstimable", text)
        : text ?? "";
}
