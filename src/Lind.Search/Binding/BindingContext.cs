using Lind.Search.Areas;
using Lind.Search.Essie;

namespace Lind.Search.Binding;

/// <summary>What the operators around an expression say about it.</summary>
/// <param name="Scope">Where to look.</param>
/// <param name="InSite">Whether inside <c>SEARCH[Location]</c>.</param>
/// <param name="Coverage">The COVERAGE around it; null when none is.</param>
/// <param name="Expansion">The EXPANSION around it; null when none is.</param>
internal readonly record struct BindingContext(
    SearchScope Scope, bool InSite = false, Coverage? Coverage = null, Expansion? Expansion = null)
{
    /// <summary>The level terms are matched at: what EXPANSION says; without one, Relaxation, or under a COVERAGE
    /// other than Contains a match that ignores case and accents and nothing else.</summary>
    public MatchLevel Level => Expansion switch
    {
        null when Coverage is null or Essie.Coverage.Contains => MatchLevel.Relaxation,
        null => MatchLevel.Folded,
        Essie.Expansion.None => MatchLevel.None,
        Essie.Expansion.Term => MatchLevel.Term,
        Essie.Expansion.Concept => MatchLevel.Concept,
        Essie.Expansion.Relaxation => MatchLevel.Relaxation,
        _ => MatchLevel.Lossy,
    };
}

/// <summary>The levels of <see cref="Expansion"/>, with the one between None and Term that COVERAGE alone means.</summary>
internal enum MatchLevel
{
    None,
    Folded,
    Term,
    Concept,
    Relaxation,
    Lossy,
}
