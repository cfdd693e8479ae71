using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One date of a study on a line: what happened or is planned, and when.</summary>
public sealed record TimelineEvent(string Label, PartialDate Date, bool Planned)
{
    /// <summary>Years since the year 0, with the fraction of the year passed.</summary>
    public double Position => PositionOf(Date.Range.First);

    public static double PositionOf(DateOnly day) => day.Year + (day.DayOfYear - 1) / 366.0;
}

/// <summary>The dates of a study in order, and the span of years to draw.</summary>
public sealed record StudyTimelineView(IReadOnlyList<TimelineEvent> Events, double From, double To)
{
    private const int WidestSpanYears = 60;

    public static StudyTimelineView Of(Words words, StudyView view)
    {
        var status = view.Status;
        List<TimelineEvent> events = [];
        Add("timeline.firstPosted", status.StudyFirstPostDateStruct?.Date, planned: false);
        Add("timeline.start", status.StartDateStruct?.Date, IsPlanned(status.StartDateStruct));
        Add("timeline.primary", status.PrimaryCompletionDateStruct?.Date, IsPlanned(status.PrimaryCompletionDateStruct));
        Add("timeline.completion", status.CompletionDateStruct?.Date, IsPlanned(status.CompletionDateStruct));
        Add("timeline.results", status.ResultsFirstPostDateStruct?.Date, planned: false);
        var update = StudySentences.LastUpdate(status, "timeline.updated");
        Add(update.Label, update.Date, planned: false);
        var ordered = events.OrderBy(one => one.Position).ToList();
        var today = TimelineEvent.PositionOf(view.Today);
        var from = ordered.Count == 0 ? today : ordered[0].Position;
        var to = Math.Max(today, ordered.Count == 0 ? today : ordered[^1].Position);
        return new(ordered, Math.Floor(from), Math.Min(Math.Ceiling(to + .1), Math.Floor(from) + WidestSpanYears));

        void Add(string key, PartialDate? date, bool planned)
        {
            if (date is { IsDate: true } known)
            {
                events.Add(new(words[key], known, planned));
            }
        }

        bool IsPlanned(PartialDateStruct? date) => date?.Type == DateType.Estimated
            || (date?.Type is null && date?.Date is { IsDate: true } known && known.Range.First > view.Today);
    }
}
