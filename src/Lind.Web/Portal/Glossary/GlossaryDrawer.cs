using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Lind.Web.Portal;

/// <summary>Fills the drawer of a finished page with the words and codes that the page links to, and no others.</summary>
internal static class GlossaryDrawer
{
    /// <summary>Where in a page the entries go.</summary>
    public const string Place = "<dl class=\"glossary\" data-words>";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static ReadOnlySpan<byte> PlaceBytes => "<dl class=\"glossary\" data-words>"u8;
    private static ReadOnlySpan<byte> Link => "href=\"#w-"u8;

    /// <summary>The page with its entries; the page itself when it has no drawer or no links into one.</summary>
    public static ReadOnlyMemory<byte> Fill(ReadOnlyMemory<byte> page, Glossary glossary)
    {
        var html = page.Span;
        var place = html.IndexOf(PlaceBytes);
        if (place < 0)
        {
            return page;
        }

        var entries = Linked(html[place..], glossary);
        if (entries.Count == 0)
        {
            return page;
        }

        place += PlaceBytes.Length;
        var text = Encoding.UTF8.GetBytes(string.Concat(entries.Select(Write)));
        var filled = new byte[page.Length + text.Length];
        html[..place].CopyTo(filled);
        text.CopyTo(filled.AsSpan(place));
        html[place..].CopyTo(filled.AsSpan(place + text.Length));
        return filled;
    }

    private static List<GlossaryEntry> Linked(ReadOnlySpan<byte> html, Glossary glossary)
    {
        var found = new Dictionary<string, GlossaryEntry>(StringComparer.Ordinal);
        while (html.IndexOf(Link) is >= 0 and var at)
        {
            html = html[(at + Link.Length)..];
            var end = html.IndexOf((byte)'"');
            if (end > 0 && glossary.Find(Encoding.UTF8.GetString(html[..end])) is { } entry)
            {
                found.TryAdd(entry.Id, entry);
            }
        }

        return [.. found.Values.OrderBy(entry => entry.Term, StringComparer.OrdinalIgnoreCase)];
    }

    private static string Write(GlossaryEntry entry) =>
        $"<dt id=\"{GlossaryEntry.OnPage}{entry.Id}\" tabindex=\"-1\">{Encoder.Encode(entry.Term)}"
        + (entry.Code is null ? "" : $" <span class=\"code code-of\">{Encoder.Encode(entry.Code)}</span>")
        + $"</dt><dd>{Encoder.Encode(entry.Text)}</dd>";
}
