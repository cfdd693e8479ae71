using System.Globalization;
using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One effect with its confidence interval, as numbers for drawing and as the texts that were posted.</summary>
public sealed record ForestRow(string Label, double Value, double Low, double High, string ValueText, string LowText, string HighText);

/// <summary>The effects of one outcome that can be drawn on one scale.</summary>
/// <param name="Title">What the numbers are: <c>Hazard Ratio (HR)</c>.</param>
/// <param name="Rows">One for each analysis that posts both ends of its interval as numbers.</param>
/// <param name="IsLog">Ratios are drawn on a logarithmic scale around 1, differences on a plain one around 0.</param>
public sealed record ForestView(string Title, bool IsLog, IReadOnlyList<ForestRow> Rows)
{
    private const int MostRows = 40;

    /// <summary>The value of no difference.</summary>
    public double Neutral => IsLog ? 1 : 0;

    public double From => Math.Min(Rows.Min(row => row.Low), Neutral);

    public double To => Math.Max(Rows.Max(row => row.High), Neutral);

    /// <summary>The drawings that an outcome's analyses allow: one for each kind of estimate; none when no interval has
    /// both ends as numbers.</summary>
    public static IReadOnlyList<ForestView> Of(Words words, OutcomeMeasure outcome)
    {
        var analyses = outcome.Analyses ?? [];
        return [.. analyses.Select((analysis, index) => (analysis.ParamType, Row: RowOf(words, outcome, analysis, index)))
            .Where(one => one.Row is not null && one.ParamType is not null)
            .GroupBy(one => one.ParamType!)
            .Select(group => Make(group.Key, [.. group.Select(one => one.Row!).Take(MostRows)]))];
    }

    private static ForestView Make(string type, IReadOnlyList<ForestRow> rows)
    {
        var isRatio = type.Contains("ratio", StringComparison.OrdinalIgnoreCase) && !type.Contains("difference", StringComparison.OrdinalIgnoreCase);
        return new(type, isRatio && rows.All(row => row.Low > 0), rows);
    }

    private static ForestRow? RowOf(Words words, OutcomeMeasure outcome, MeasureAnalysis analysis, int index) =>
        Number(analysis.ParamValue) is { } value && Number(analysis.CiLowerLimit) is { } low
            && Number(analysis.CiUpperLimit) is { } high && low <= high
            ? new(Label(words, outcome, analysis, index), value, low, high,
                analysis.ParamValue!, analysis.CiLowerLimit!, analysis.CiUpperLimit!)
            : null;

    private static string Label(Words words, OutcomeMeasure outcome, MeasureAnalysis analysis, int index)
    {
        var titles = (analysis.GroupIds ?? [])
            .Select(id => outcome.Groups?.FirstOrDefault(group => group.Id == id)?.Title).OfType<string>().ToList();
        return titles.Count is > 0 and <= 3 ? string.Join(" / ", titles) : words.Say("results.analysisN", index + 1);
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
        && Math.Abs(number) < 1e12 ? number : null;
}
