using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>Results that were sent to the registry and are not posted: each step with its date, as the record lists them.</summary>
public static class PendingResults
{
    /// <summary>The steps, oldest first; none where results are posted or none were sent in.</summary>
    public static IReadOnlyList<UnpostedEvent> Steps(StudyView view) => view.HasResults ? []
        : view.Study.AnnotationSection?.AnnotationModule?.UnpostedAnnotation?.UnpostedEvents ?? [];

    /// <summary>Whether the last step leaves results with the registry or with its questions; false when they were taken back.</summary>
    public static bool AreUnderWay(StudyView view) => Steps(view) is [.., var last] && last.Type != UnpostedEventType.Unrelease;

    /// <summary>The last step as something to know: what happened and when; null where there is none.</summary>
    public static StudyFlag? Flag(Words words, StudyView view)
    {
        if (Steps(view) is not [.., { Type: { } type } last])
        {
            return null;
        }

        var key = type == UnpostedEventType.Release ? "submitted" : type == UnpostedEventType.Reset ? "returned" : "takenBack";
        return new(words[$"pending.{key}"], words.Say($"pending.{key}Text", On(words, last)));
    }

    /// <summary>The date of a step, or that it is not known.</summary>
    public static string On(Words words, UnpostedEvent step) =>
        step.Date is { } date ? words.Date((PartialDate?)date) : words["pending.noDate"];
}
