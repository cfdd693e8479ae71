using Lind.Index.Queries;
using Lind.Search.Patients;
using Lind.Search.Synonyms;

namespace Lind.Search.Binding;

/// <summary>What the binder asks of an index snapshot: which words exist, how they are written, what means the
/// same, which studies are like a text.</summary>
internal interface IVocabulary
{
    /// <summary>How many studies hold the term anywhere.</summary>
    long Count(string term);

    /// <summary>Whether any study matches.</summary>
    bool Finds(Query query);

    /// <summary>The score of the best study that matches; 0 if none does.</summary>
    double BestScore(Query query);

    /// <summary>The studies most like a text by their whole records, at most a hundred; empty where nobody can say.</summary>
    IReadOnlyList<StudyLikeness> StudiesLike(string text);

    /// <summary>The written forms of a term in a table; empty when the term does not exist.</summary>
    IReadOnlyList<ReadOnlyMemory<byte>> Surfaces(int table, string term);

    /// <summary>The values of a keyword column of a table that are these words and nothing else, case and accents aside; null when
    /// that cannot be told from the column.</summary>
    IReadOnlyList<ReadOnlyMemory<byte>>? WholeValues(int table, int column, IReadOnlyList<QueryWord> words);

    /// <summary>The synonyms of a text (by its terms), best first.</summary>
    IReadOnlyList<Synonym> Synonyms(string text);
}
