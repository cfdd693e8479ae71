using System.Globalization;
using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One group's way through one period: how many started and completed, as numbers and as posted.</summary>
public sealed record FlowBar(string Title, double Started, double Completed, string StartedText, string CompletedText)
{
    /// <summary>The groups of a period that somebody started in, for which both numbers are posted as numbers.</summary>
    public static IReadOnlyList<FlowBar> Of(FlowPeriod period, IReadOnlyList<FlowGroup> groups)
    {
        var bars = new List<FlowBar>();
        foreach (var group in groups)
        {
            var started = Subjects(period, "STARTED", group.Id);
            var completed = Subjects(period, "COMPLETED", group.Id);
            if (Number(started) is { } start && Number(completed) is { } end && end <= start && start > 0)
            {
                bars.Add(new(group.Title ?? group.Id ?? "", start, end, started!, completed!));
            }
        }

        return bars;
    }

    private static string? Subjects(FlowPeriod period, string milestone, string? groupId) =>
        period.Milestones?.FirstOrDefault(one => one.Type == milestone)
            ?.Achievements?.FirstOrDefault(one => one.GroupId == groupId)?.NumSubjects;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
