using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Hardlines;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace Lind.Studies.Markup;

/// <summary>Shows the registry's markup: paragraphs, bulleted and numbered lists, links, escapes.</summary>
/// <remarks>
/// Records are not trusted and their words must not get lost. HTML, headings, quotes, code and emphasis are no markup
/// here but text: a criterion that begins with <c>&gt;</c> keeps that sign, and 5*3*2 stays a product. (None of 131,934
/// marked-up texts of the registry uses any of them.) A line break stays a line break. Thread-safe.
/// </remarks>
public static partial class StudyMarkup
{
    /// <summary>Longer texts are shown without markup. The registry's longest fields hold 32,000 characters; beyond
    /// this bound odd nesting could cost seconds.</summary>
    public const int MaxLength = 50_000;

    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    /// <summary>The text as safe HTML: block elements only of our making, links only to the web and to mail.</summary>
    public static string ToHtml(string markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        return Render(markup, writer =>
        {
            var renderer = new HtmlRenderer(writer);
            renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new SafeLinkRenderer());
            return renderer;
        }) ?? PlainHtml(markup);
    }

    /// <summary>The text without markup: one line per paragraph, list item or line break, escapes resolved.</summary>
    public static string ToText(string markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        return Render(markup, writer => new HtmlRenderer(writer)
        {
            EnableHtmlForBlock = false,
            EnableHtmlForInline = false,
            EnableHtmlEscape = false,
        })?.Trim() ?? Unescape(markup);
    }

    /// <summary>The text with escapes such as <c>\&gt;</c> resolved and everything else as it is.</summary>
    public static string Unescape(string markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        return markup.Contains('\\', StringComparison.Ordinal) ? Escape().Replace(markup, "$1") : markup;
    }

    /// <summary>Does what <see cref="Unescape(string)"/> does over UTF-8 bytes, without parsing: for indexing.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="destination">At least as long as the text; may be the same memory.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Unescape(ReadOnlySpan<byte> utf8, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var slash = utf8.IndexOf((byte)'\\');
            var plain = slash < 0 ? utf8.Length : slash;
            utf8[..plain].CopyTo(destination[written..]);
            written += plain;
            if (slash < 0)
            {
                return written;
            }

            var escaped = slash + 1 < utf8.Length && IsEscapable(utf8[slash + 1]);
            destination[written++] = escaped ? utf8[slash + 1] : utf8[slash];
            utf8 = utf8[(slash + (escaped ? 2 : 1))..];
        }
    }

    private static bool IsEscapable(byte one) => char.IsAscii((char)one) && !char.IsAsciiLetterOrDigit((char)one)
        && !char.IsControl((char)one) && one != ' ';

    /// <summary>The text as the renderer writes it; null when it must be shown without markup.</summary>
    private static string? Render(string markup, Func<TextWriter, HtmlRenderer> create)
    {
        if (markup.Length > MaxLength)
        {
            return null;
        }

        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = create(writer);
        renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new SafeAutolinkRenderer());
        renderer.ObjectRenderers.Replace<ThematicBreakRenderer>(new RuleAsTextRenderer());
        try
        {
            renderer.Render(Markdown.Parse(WithoutDefinitions(markup), Pipeline));
            return writer.ToString();
        }
        catch (ArgumentException)
        {
            // The library's way to say that lists (parsing) or brackets (rendering) are nested too deeply.
            return null;
        }
    }

    private static string PlainHtml(string markup) =>
        $"<p>{WebUtility.HtmlEncode(Unescape(markup)).Replace("\n", "<br />\n", StringComparison.Ordinal)}</p>\n";

    // "[1]: Smith 2004" would define a link target and vanish from the text; escaped, it stays.
    private static string WithoutDefinitions(string markup) => markup.Contains("]:", StringComparison.Ordinal)
        ? Definition().Replace(markup, @"$1\[")
        : markup;

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml();
        builder.Extensions.Add(new SoftlineBreakAsHardlineExtension());
        builder.BlockParsers.TryRemove<HeadingBlockParser>();
        builder.BlockParsers.TryRemove<QuoteBlockParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.TryRemove<ThematicBreakParser>();
        builder.InlineParsers.TryRemove<CodeInlineParser>();
        builder.InlineParsers.TryRemove<EmphasisInlineParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        return builder.Build();
    }

    [GeneratedRegex(@"\\([!""#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex(@"^([ \t*+\-0-9.)]*)\[(?=[^\]\n]*\]:)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
}
