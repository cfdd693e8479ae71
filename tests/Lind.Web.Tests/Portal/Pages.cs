using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lind.TestKit;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Portal;

/// <summary>Reads pages as a person would: by heading, by role.</summary>
internal static class Pages
{
    public static string SamplePath => Repository.PathOf("data", "sample", "studies.ndjson");

    /// <summary>The server over the registry that comes with the program.</summary>
    public static async Task<WebServer> SampleAsync() =>
        await WebServer.StartAsync(new LindWebOptions(), await TestRegistry.ImportAsync(SamplePath));

    public static async Task<IDocument> ReadAsync(this WebServer server, string path) =>
        new HtmlParser().ParseDocument(await server.GetTextAsync(path));

    public static IReadOnlyList<string> Headings(this IParentNode page, string level) =>
        [.. page.QuerySelectorAll(level).Select(heading => heading.TextContent.Trim())];

    /// <summary>The section under a heading, with all text in one line.</summary>
    public static string SectionText(this IDocument page, string heading)
    {
        var title = page.QuerySelectorAll("section > h2").First(one => one.TextContent.Trim() == heading);
        return string.Join(' ', title.ParentElement!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
