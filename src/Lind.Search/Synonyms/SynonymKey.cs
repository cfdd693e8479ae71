namespace Lind.Search.Synonyms;

/// <summary>What texts are looked up by: their terms with single spaces, so that "Tumours of Lung" and "tumor of lung"
/// are one.</summary>
internal static class SynonymKey
{
    /// <summary>The key of terms.</summary>
    public static string Of(IEnumerable<string> terms) => string.Join(' ', terms);

    /// <summary>The key of a text.</summary>
    public static string Of(string text) => Of(Binding.QueryWord.Of(text).Select(word => word.Term));
}
