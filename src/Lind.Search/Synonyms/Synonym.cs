namespace Lind.Search.Synonyms;

/// <summary>Something else that means the same as a term, or nearly so.</summary>
/// <param name="Id">Stable for the same pair of texts; what <c>filter.synonyms</c> names.</param>
/// <param name="Text">The synonym.</param>
/// <param name="Source">Where it was learned.</param>
/// <param name="Weight">How sure it is, up to 1.</param>
internal sealed record Synonym(long Id, string Text, SynonymSource Source, float Weight);

/// <summary>Where synonyms come from.</summary>
internal enum SynonymSource
{
    /// <summary>The same heading of the MeSH tree or an entry term of it.</summary>
    Mesh,

    /// <summary>A condition or intervention that the registry itself filed under a MeSH heading.</summary>
    Registry,

    /// <summary>"Long Form (LF)" in texts.</summary>
    Acronym,

    /// <summary>An intervention's other names.</summary>
    OtherName,

    /// <summary>Another spelling of a country's name (<c>data/country-names.tsv</c>).</summary>
    Country,
}
