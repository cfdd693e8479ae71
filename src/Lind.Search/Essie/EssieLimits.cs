namespace Lind.Search.Essie;

/// <summary>Bounds on query text, which comes from outside.</summary>
public static class EssieLimits
{
    /// <summary>Longest text, in UTF-16 units: the longest known systematic-review strategies stay below half.</summary>
    public const int TextLength = 32_768;

    /// <summary>Deepest nesting: the parser and every visitor recurse that deep at most.</summary>
    public const int Depth = 100;

    /// <summary>Most terms and operators: each costs a postings list or more.</summary>
    public const int Clauses = 2_048;

    /// <summary>Farthest <c>DISTANCE</c> in miles, as the registry states it.</summary>
    public const double MaximumMiles = 500;

    /// <summary>Farthest <c>DISTANCE</c> in kilometres, as the registry states it.</summary>
    public const double MaximumKilometres = 805;

    /// <summary>Kilometres of one mile.</summary>
    public const double KilometresPerMile = 1.609344;
}
