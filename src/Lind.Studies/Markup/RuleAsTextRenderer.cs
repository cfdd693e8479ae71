using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lind.Studies.Markup;

/// <summary>Keeps a line such as <c>***</c> as text. The list parser takes it for a rule by itself, even with the
/// parser of rules removed.</summary>
internal sealed class RuleAsTextRenderer : HtmlObjectRenderer<ThematicBreakBlock>
{
    protected override void Write(HtmlRenderer renderer, ThematicBreakBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write(renderer.EnableHtmlForBlock ? "<p>" : "");
        renderer.Write(new string(obj.ThematicChar, obj.ThematicCharCount));
        renderer.WriteLine(renderer.EnableHtmlForBlock ? "</p>" : "");
    }
}
