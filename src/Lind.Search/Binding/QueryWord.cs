using System.Text;
using Lind.Search.Analysis;

namespace Lind.Search.Binding;

/// <summary>One word of a query.</summary>
/// <param name="Surface">As typed.</param>
/// <param name="Term">The term it is indexed under.</param>
/// <param name="AfterHyphen">Whether a hyphen ties it to the word before.</param>
internal sealed record QueryWord(string Surface, string Term, bool AfterHyphen)
{
    // Words that relaxed matching does not insist on.
    private static readonly HashSet<string> Weak = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "and", "the", "of", "in", "on", "for", "to", "with", "or", "by", "at", "from",
    };

    /// <summary>The words of a text, in order.</summary>
    public static IReadOnlyList<QueryWord> Of(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var words = new List<QueryWord>();
        var reader = new WordReader(utf8);
        Span<byte> term = stackalloc byte[256];
        while (reader.Next())
        {
            var length = TermForm.Of(reader.Word, term);
            if (length > 0)
            {
                words.Add(new QueryWord(
                    Encoding.UTF8.GetString(reader.Word), Encoding.UTF8.GetString(term[..length]), reader.AfterHyphen));
            }
        }

        return words;
    }

    /// <summary>Whether relaxed matching may do without the word. A capital letter alone is a name ("hepatitis A").</summary>
    public bool IsWeak => Weak.Contains(Surface) && (Surface.Length > 1 || char.IsLower(Surface[0]));

    /// <summary>The word with case and accents folded.</summary>
    public string Folded => TermForm.Folded(Encoding.UTF8.GetBytes(Surface));
}
