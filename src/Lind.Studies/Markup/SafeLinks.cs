using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lind.Studies.Markup;

/// <summary>Which addresses of a record become links.</summary>
internal static class SafeLinks
{
    /// <summary>The address, when it leads to the web or to mail; else null.</summary>
    public static string? Accept(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto)
            ? uri.AbsoluteUri
            : null;

    /// <summary>Opens a link that gives the target page no hold on ours and no credit by it.</summary>
    public static void Open(HtmlRenderer renderer, string address) => renderer
        .Write("<a href=\"").WriteEscape(address).Write("\" rel=\"nofollow noopener noreferrer\">");
}

/// <summary>Writes a link, or only its words when its address is not taken. Images become their words.</summary>
internal sealed class SafeLinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var address = link.IsImage ? null : SafeLinks.Accept(link.GetDynamicUrl?.Invoke() ?? link.Url);
        if (address is not null)
        {
            SafeLinks.Open(renderer, address);
        }

        renderer.WriteChildren(link);
        if (address is not null)
        {
            renderer.Write("</a>");
        }
    }
}

/// <summary>Writes an address given as <c>&lt;https://…&gt;</c>.</summary>
internal sealed class SafeAutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var address = renderer.EnableHtmlForInline
            ? SafeLinks.Accept(link.IsEmail ? $"mailto:{link.Url}" : link.Url)
            : null;
        if (address is null)
        {
            renderer.WriteEscape($"<{link.Url}>");
            return;
        }

        SafeLinks.Open(renderer, address);
        renderer.WriteEscape(link.Url).Write("</a>");
    }
}
