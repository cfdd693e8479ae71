using System.Collections.Frozen;

namespace Lind.Search.Analysis;

/// <summary>Case and accent folding: compatibility forms, lower case, marks dropped. Written out as a table because the
/// program runs without culture data, where the framework normalises nothing beyond ASCII.</summary>
internal static partial class Folding
{
    private static readonly FrozenDictionary<char, string> Map = Table.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenDictionary(entry => entry[0], entry => entry[1..]);

    private static readonly FrozenDictionary<char, string> GreekNames = new Dictionary<char, string>
    {
        ['α'] = "alpha",
        ['β'] = "beta",
        ['γ'] = "gamma",
        ['δ'] = "delta",
        ['ε'] = "epsilon",
        ['ζ'] = "zeta",
        ['η'] = "eta",
        ['θ'] = "theta",
        ['ι'] = "iota",
        ['κ'] = "kappa",
        ['λ'] = "lambda",
        ['μ'] = "mu",
        ['ν'] = "nu",
        ['ξ'] = "xi",
        ['ο'] = "omicron",
        ['π'] = "pi",
        ['ρ'] = "rho",
        ['σ'] = "sigma",
        ['τ'] = "tau",
        ['υ'] = "upsilon",
        ['φ'] = "phi",
        ['χ'] = "chi",
        ['ψ'] = "psi",
        ['ω'] = "omega",
    }.ToFrozenDictionary();

    /// <summary>Appends the folded form of <paramref name="text"/> to <paramref name="target"/> and returns its length;
    /// what does not fit is dropped. A Greek letter in a word that is not Greek becomes its name.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        var greekWord = IsGreekWord(text);
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                Append(target, ref length, c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c);
            }
            else if (c is < '\u0300' or > '\u036F')
            {
                AppendFolded(c, greekWord, target, ref length);
            }
        }

        return length;
    }

    private static void AppendFolded(char c, bool greekWord, Span<char> target, ref int length)
    {
        var folded = Map.GetValueOrDefault(c);
        var plain = folded is { Length: 1 } ? folded[0] : folded is null ? char.ToLowerInvariant(c) : '\0';
        if (!greekWord && GreekNames.TryGetValue(plain, out var name))
        {
            folded = name;
        }

        if (folded is null)
        {
            Append(target, ref length, plain);
            return;
        }

        foreach (var part in folded)
        {
            Append(target, ref length, part);
        }
    }

    private static bool IsGreekWord(ReadOnlySpan<char> text)
    {
        var greek = 0;
        foreach (var c in text)
        {
            if (c is (< '\u0370' or > '\u03FF') and (< '\u1F00' or > '\u1FFF') and (< '\u0300' or > '\u036F'))
            {
                return false;
            }

            greek++;
        }

        return greek > 1;
    }

    private static void Append(Span<char> target, ref int length, char c)
    {
        if (length < target.Length)
        {
            target[length++] = c;
        }
    }
}
