using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>How a number was come by, in words: <c>Mean (standard deviation), years</c>.</summary>
internal static class MeasureKind
{
    public static string Of(Words words, MeasureParam? param, string? dispersion, string? unit)
    {
        var spread = Spread(words, dispersion);
        var kind = param is null ? "" : words.Code(param);
        kind = spread.Length == 0 ? kind : $"{kind} ({spread})";
        return string.IsNullOrWhiteSpace(unit) ? kind : kind.Length == 0 ? unit : $"{kind}, {unit}";
    }

    /// <summary>The name of the spread. Outcome measures hold it as words, baseline measures as a code.</summary>
    public static string Spread(Words words, string? dispersion) => dispersion switch
    {
        null or "" or "NA" or "Not Applicable" => "",
        _ when words.Find("code.MeasureDispersionType." + dispersion) is { } known => known,
        _ => dispersion.ToLowerInvariant(),
    };
}
