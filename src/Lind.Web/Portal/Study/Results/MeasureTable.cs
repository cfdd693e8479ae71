using Lind.Studies;
using Microsoft.AspNetCore.Components;

namespace Lind.Web.Portal;

/// <summary>What was measured for one outcome, group by group.</summary>
public sealed class MeasureTable : MeasureBlock
{
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
        var how = new MeasureWriting(W["results.value"], Spread, IsMedian);
        WriteHead(Kind);
        Raw("<tbody>");
        foreach (var denom in Denoms)
        {
            WriteDenom(denom);
        }

        foreach (var one in Classes)
        {
            WriteClass(one, how);
        }

        Raw("</tbody>");
        WriteEnd();
    }
}
