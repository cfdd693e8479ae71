using Lind.Studies;
using Lind.Studies.Markup;
using Microsoft.AspNetCore.Components;

namespace Lind.Web.Portal;

/// <summary>All baseline measures in one table, as papers print them: a block of rows for each measure.</summary>
public sealed class BaselineTable : MeasureBlock
{
    [Parameter]
    public IReadOnlyList<Denom> Denoms { get; set; } = [];

    [Parameter]
    public IReadOnlyList<BaselineMeasure> Measures { get; set; } = [];

    protected override void Write()
    {
        WriteHead(W["results.characteristic"]);
        Raw("<tbody>");
        foreach (var denom in Denoms)
        {
            WriteDenom(denom);
        }

        Raw("</tbody>");
        foreach (var measure in Measures)
        {
            WriteMeasure(measure);
        }

        WriteEnd();
    }

    private void WriteMeasure(BaselineMeasure measure)
    {
        var kind = MeasureKind.Of(W, measure.ParamType, measure.DispersionType?.Code, measure.UnitOfMeasure);
        var classes = measure.Classes ?? [];
        Raw("<tbody><tr class=\"measure\"><th scope=\"rowgroup\" colspan=\"").Text(Svg.N(Groups.Count + 1)).Raw("\">")
            .Text(measure.Title).Raw(" <span class=\"soft small\">").Text(kind).Raw("</span>");
        WriteNote(measure.Description);
        WriteNote(measure.PopulationDescription);
        Raw("</th></tr>");
        foreach (var denom in measure.Denoms ?? [])
        {
            WriteDenom(denom);
        }

        var how = new MeasureWriting(W["results.value"], MeasureKind.Spread(W, measure.DispersionType?.Code));
        foreach (var one in classes)
        {
            WriteClass(one, how);
        }

        Raw("</tbody>");
    }

    private void WriteNote(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Raw("<div class=\"record-text small\">").Raw(StudyMarkup.ToHtml(text)).Raw("</div>");
        }
    }
}
