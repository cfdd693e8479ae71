using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Lind.Web.Portal;

/// <summary>Makes a whole page in memory, for pages that are kept once they are made.</summary>
internal static class PageRenderer
{
    private const int UsualBytes = 80 << 10;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The page as UTF-8.</summary>
    public static async Task<ReadOnlyMemory<byte>> RenderAsync(
        Type page, IReadOnlyDictionary<string, object?> parameters, IServiceProvider services, ILoggerFactory loggers)
    {
        var html = new MemoryStream(UsualBytes);
        await using var renderer = new HtmlRenderer(services, loggers);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync(
                page, ParameterView.FromDictionary(parameters.ToDictionary()));
            await using var text = new StreamWriter(html, Utf8, bufferSize: 8 << 10, leaveOpen: true);
            root.WriteHtmlTo(text);
        });
        return html.GetBuffer().AsMemory(0, (int)html.Length);
    }
}
