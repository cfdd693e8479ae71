namespace Lind.Search;

/// <summary>How a text is used as a name.</summary>
/// <param name="Studies">For each piece asked about: about how many studies hold the text as a whole value of it, in one of the usual
/// spellings. Studies changed or removed lately may count twice or still.</param>
/// <param name="AtMost">In how many studies the rarest of its words stands at all: no search for the text finds more.</param>
public sealed record NameUse(IReadOnlyList<long> Studies, long AtMost);
