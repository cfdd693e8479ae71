namespace Lind.Index.Queries;

/// <summary>A term as it stands in the dictionary.</summary>
/// <param name="Bytes">The term.</param>
/// <param name="Surface">If given, only occurrences written exactly so count (the surface given with the token).</param>
/// <param name="Weight">What an occurrence of this term is worth among its alternatives in a phrase slot.</param>
public readonly record struct Term(ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte>? Surface = null, float Weight = 1)
{
    /// <summary>A term from text, as UTF-8.</summary>
    public static Term Of(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}

/// <summary>Rows in which a term stands in one of the fields.</summary>
public sealed record TermQuery(Term Term, FieldWeights Fields) : Query
{
    /// <summary>The inverse document frequency to score with; null: computed over the whole snapshot as
    /// <c>ln(1 + (N - n + 0.5) / (n + 0.5))</c>.</summary>
    public float? Idf { get; init; }
}

/// <summary>Rows in which any of the terms stands in one of the fields: other forms of one word. Their hits are added up,
/// each with its term's weight, and scored as those of one term.</summary>
public sealed record AnyTermQuery(IReadOnlyList<Term> Terms, FieldWeights Fields) : Query
{
    /// <summary>The inverse document frequency to score with; null: that of the most frequent of the terms.</summary>
    public float? Idf { get; init; }
}

/// <summary>Rows in which a term with this prefix stands in one of the fields. The most frequent
/// <paramref name="MaxTerms"/> terms are taken; each row scores by its best one.</summary>
public sealed record PrefixQuery(ReadOnlyMemory<byte> Prefix, FieldWeights Fields, int MaxTerms = 64) : Query;

/// <summary>Which part of a value a phrase must cover.</summary>
public enum Coverage
{
    /// <summary>Anywhere in a value.</summary>
    Contains,

    /// <summary>From the value's first token on.</summary>
    StartsWith,

    /// <summary>Up to the value's last token.</summary>
    EndsWith,

    /// <summary>All of the value.</summary>
    FullMatch,
}

/// <summary>One place of a phrase: any of these terms may stand there. Not empty.</summary>
public sealed record PhraseSlot(params IReadOnlyList<Term> Terms);

/// <summary>Rows in which the slots stand together in one value of one of the fields.</summary>
/// <remarks>Scored like a term whose hits are the phrase's; with slop, each hit counts <c>1 / (1 + excess)</c>.
/// Coverage other than Contains needs slop 0 and the slots in order.</remarks>
public sealed record PhraseQuery(IReadOnlyList<PhraseSlot> Slots, FieldWeights Fields) : Query
{
    /// <summary>How many positions more than its slots the match may span. At most
    /// <see cref="MaxSlop"/>, so that values need only stand a little apart.</summary>
    public int Slop { get; init; }

    /// <summary>Whether the slots must stand in their order.</summary>
    public bool Ordered { get; init; } = true;

    /// <summary>Which part of the value the match must cover.</summary>
    public Coverage Coverage { get; init; }

    /// <summary>The inverse document frequency to score with; null: the sum over the slots, each that of its most
    /// frequent term.</summary>
    public float? Idf { get; init; }

    /// <summary>The largest slop.</summary>
    public const int MaxSlop = 9;

    /// <summary>The largest number of slots out of order; in order there is no bound.</summary>
    public const int MaxUnorderedSlots = 50;
}
