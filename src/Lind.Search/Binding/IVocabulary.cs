using Lind.Index.Queries;
using Lind.Search.Synonyms;

namespace Lind.Search.Binding;

/// <summary>What the binder asks of an index snapshot: which words exist, how they are written, what means the
/// same.</summary>
internal interface IVocabulary
{
    /// <summary>How many studies hold the term anywhere.</summary>
    long Count(string term);

    /// <summary>Whether any study matches.</summary>
    bool Finds(Query query);

    /// <summary>The written forms of a term in a table; empty when the term does not exist.</summary>
    IReadOnlyList<ReadOnlyMemory<byte>> Surfaces(int table, string term);

    /// <summary>The synonyms of a text (by its terms), best first.</summary>
    IReadOnlyList<Synonym> Synonyms(string text);
}
