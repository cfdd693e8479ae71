using Lind.Search.Areas;
using Lind.Search.Synonyms;

namespace Lind.Search.Binding;

/// <summary>One term of a query as it was bound: what details, highlights and spelling work from.</summary>
/// <param name="Scope">Where it was looked for.</param>
/// <param name="Text">The term as typed.</param>
/// <param name="Words">Its words as terms.</param>
/// <param name="IsPhrase">Whether the words must stand together.</param>
/// <param name="Negated">Whether a NOT stands above it.</param>
/// <param name="Synonyms">The synonyms searched along or switched off.</param>
/// <param name="Original">The query of the term alone.</param>
internal sealed record BoundTerm(
    SearchScope Scope, string Text, IReadOnlyList<QueryWord> Words, bool IsPhrase, bool Negated,
    IReadOnlyList<BoundSynonym> Synonyms, Index.Queries.Query Original);

/// <summary>One synonym of a bound term.</summary>
internal sealed record BoundSynonym(Synonym Synonym, bool Active, IReadOnlyList<QueryWord> Words, Index.Queries.Query Query);
