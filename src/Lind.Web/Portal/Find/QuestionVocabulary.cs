namespace Lind.Web.Portal;

/// <summary>The everyday words of one language that a question in one box is taken apart by: what joins a place to it,
/// what says nothing, what names a filter. They stand with the other words of the language.</summary>
internal sealed class QuestionVocabulary
{
    private const string FilterPrefix = "ask.filter.";
    private readonly (string[] Words, string Filter)[] _filters;
    private readonly AgeWords _ages;

    public QuestionVocabulary(Words words)
    {
        Place = SetOf(words["ask.place"]);
        For = SetOf(words["ask.for"]);
        Empty = SetOf(words["ask.empty"]);
        _ages = new AgeWords(words);
        _filters = [.. words.Keys.Where(key => key.StartsWith(FilterPrefix, StringComparison.Ordinal))
            .Select(key => (key[FilterPrefix.Length..].Split(' '), words[key])).OrderByDescending(one => one.Item1.Length)];
    }

    /// <summary>Words before a place: <c>in</c>, <c>near</c>.</summary>
    public HashSet<string> Place { get; }

    /// <summary>Words between a treatment and a condition: <c>for</c>.</summary>
    public HashSet<string> For { get; }

    /// <summary>Words that every search means anyway: <c>trials</c>.</summary>
    public HashSet<string> Empty { get; }

    /// <summary>The filter named by the words from a place on, with how many words that takes; null if none is.</summary>
    public (string Filter, int Length)? FilterAt(IReadOnlyList<string> question, int at)
    {
        foreach (var (words, filter) in _filters)
        {
            if (at + words.Length <= question.Count
                && words.Index().All(word => string.Equals(word.Item, question[at + word.Index], StringComparison.OrdinalIgnoreCase)))
            {
                return (filter, words.Length);
            }
        }

        return null;
    }

    /// <summary>The age said from a place on, as <c>from_to</c>, with how many words that takes; null if none is.</summary>
    public (string Span, int Length)? AgeAt(IReadOnlyList<string> question, int at) => _ages.At(question, at);

    private static HashSet<string> SetOf(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
