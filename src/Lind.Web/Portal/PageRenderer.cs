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
    public static async Task<ReadOnlyMemory<byte>> RenderAsync<TPage>(
        IServiceProvider services, ILoggerFactory loggers, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        var page = new MemoryStream(UsualBytes);
        await using var renderer = new HtmlRenderer(services, loggers);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            await using var text = new StreamWriter(page, Utf8, bufferSize: 8 << 10, leaveOpen: true);
            root.WriteHtmlTo(text);
        });
        return page.GetBuffer().AsMemory(0, (int)page.Length);
    }
}
