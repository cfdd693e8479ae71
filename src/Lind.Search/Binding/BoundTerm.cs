using Lind.Index.Queries;
using Lind.Search.Areas;
using Lind.Search.Essie;
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
/// <param name="Reading">Decides, together with the snapshot, what the queries find.</param>
internal sealed record BoundTerm(
    SearchScope Scope, string Text, IReadOnlyList<QueryWord> Words, bool IsPhrase, bool Negated,
    IReadOnlyList<BoundSynonym> Synonyms, Query Original, TermReading Reading);

/// <summary>What decides what a term and its synonyms find in a snapshot: the same reading, the same studies.</summary>
/// <param name="Area">The scope's name.</param>
/// <param name="Fields">The scope's fields among documents: some scopes of one name have more than others.</param>
/// <param name="Text">The term as typed.</param>
/// <param name="Quoted">Whether in quotes.</param>
/// <param name="InSite">As <see cref="BindingContext.InSite"/>.</param>
/// <param name="Coverage">As <see cref="BindingContext.Coverage"/>.</param>
/// <param name="Expansion">As <see cref="BindingContext.Expansion"/>.</param>
internal sealed record TermReading(
    string Area, FieldWeights Fields, string Text, bool Quoted, bool InSite, Essie.Coverage? Coverage, Expansion? Expansion);

/// <summary>One synonym of a bound term.</summary>
internal sealed record BoundSynonym(Synonym Synonym, bool Active, IReadOnlyList<QueryWord> Words, Query Query);
