using System.Globalization;
using System.Text;
using Lind.Registry;
using Lind.Studies;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>The addresses of all study pages for search engines: an index, and one file for each 10,000 numbers of the
/// registry, so that 600,000 studies need no page of their own list in memory.</summary>
internal static class Sitemap
{
    private const int NumbersPerFile = 10_000;

    // Protocol limit: 50,000 addresses a file. A file here holds at most as many studies as it has numbers.
    private const int LargestFile = 99_999_999 / NumbersPerFile;

    public static async Task<IResult> IndexAsync(HttpContext context, StudyRegistry registry)
    {
        var files = new SortedSet<int>();
        foreach (var size in await registry.Store.ReadSizesAsync(context.RequestAborted))
        {
            files.Add(size.NctId.Number / NumbersPerFile);
        }

        var site = SiteOf(context);
        var xml = Start("sitemapindex");
        foreach (var file in files)
        {
            xml.Append("<sitemap><loc>").Append(site).Append("/sitemap-").Append(file.ToString(CultureInfo.InvariantCulture)).Append(".xml</loc></sitemap>");
        }

        return Xml(xml.Append("</sitemapindex>"));
    }

    public static async Task<IResult> FileAsync(int file, HttpContext context, StudyRegistry registry)
    {
        if (file is < 0 or > LargestFile)
        {
            return new PageNotFound();
        }

        var site = SiteOf(context);
        var xml = Start("urlset");
        var first = file * NumbersPerFile;
        NctId? after = first <= 1 ? null : NctId.FromNumber(first - 1);
        await foreach (var study in registry.Store.ReadAllAsync(after, context.RequestAborted))
        {
            if (study.NctId.Number >= first + NumbersPerFile)
            {
                break;
            }

            xml.Append("<url><loc>").Append(site).Append("/study/").Append(study.NctId.ToString()).Append("</loc>");
            if (study.Rank.Updated is { } updated)
            {
                xml.Append("<lastmod>").Append(updated.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append("</lastmod>");
            }

            xml.Append("</url>");
        }

        return Xml(xml.Append("</urlset>"));
    }

    public static IResult Robots(HttpContext context) => Results.Text(
        $"User-agent: *\nDisallow: /api/\nDisallow: /search\nDisallow: /compare\n\nSitemap: {SiteOf(context)}/sitemap.xml\n");

    private static StringBuilder Start(string element) => new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .Append('<').Append(element).Append(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");

    private static IResult Xml(StringBuilder xml) => Results.Text(xml.ToString(), "application/xml; charset=utf-8");

    // The host is the visitor's word: it is escaped like any other.
    private static string SiteOf(HttpContext context) =>
        System.Security.SecurityElement.Escape($"{context.Request.Scheme}://{context.Request.Host}")!;
}
