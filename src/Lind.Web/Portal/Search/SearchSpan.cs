namespace Lind.Web.Portal;

/// <summary>Two ends as the search form's addresses write them, <c>from_to</c>, either of them open.</summary>
/// <param name="From">The lower end; empty for none.</param>
/// <param name="To">The upper end; empty for none.</param>
public readonly record struct SearchSpan(string From, string To)
{
    /// <summary>The ends of a text; one without a mark is a lower end. The registry site's "18y" means 18.</summary>
    public static SearchSpan Of(string text) => text.Split('_', 2) is [var from, var to]
        ? new SearchSpan(from.TrimEnd('y'), to.TrimEnd('y'))
        : new SearchSpan(text.TrimEnd('y'), "");

    /// <summary>The span in words, as <c>65 or older</c>, <c>until 2020</c>.</summary>
    /// <param name="words">The language.</param>
    /// <param name="kind"><c>age</c> or <c>date</c>.</param>
    public string Say(Words words, string kind) =>
        From.Length == 0 ? words.Say($"search.span.{kind}.to", To)
        : To.Length == 0 ? words.Say($"search.span.{kind}.from", From)
        : From == To ? From
        : words.Say($"search.span.{kind}.both", From, To);
}
