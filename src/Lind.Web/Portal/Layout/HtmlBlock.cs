using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Lind.Web.Portal;

/// <summary>A part written straight as HTML, for tables of thousands of cells: the largest records would cost ten times
/// as much as a tree of components. Text goes through <see cref="Text"/>, which escapes it.</summary>
public abstract class HtmlBlock : ComponentBase
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();

    [Inject]
    protected Words W { get; set; } = null!;

    /// <summary>Writes the whole part.</summary>
    protected abstract void Write();

    /// <summary>Adds markup of our own, or a record's text that has been made safe.</summary>
    protected internal HtmlBlock Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Adds text, escaped.</summary>
    protected internal HtmlBlock Text(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _html.Append(Encoder.Encode(text));
        }

        return this;
    }

    protected sealed override void BuildRenderTree(RenderTreeBuilder builder)
    {
        _html.Clear();
        Write();
        builder.AddMarkupContent(0, _html.ToString());
        _html.Clear();
    }
}
