using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>One aspect of several studies; <paramref name="Cells"/> in the order of the studies.</summary>
public sealed record CompareRow(string Label, IReadOnlyList<IReadOnlyList<string>> Cells)
{
    /// <summary>Whether the studies differ here; what only one of them holds counts as a difference.</summary>
    public bool Differs => Cells.Skip(1).Any(cell => !cell.SequenceEqual(Cells[0], StringComparer.OrdinalIgnoreCase));
}

/// <summary>Rows of one kind.</summary>
public sealed record CompareGroup(string Label, IReadOnlyList<CompareRow> Rows);

/// <summary>What studies are compared by: design, population, treatments, outcomes, size, dates, results.</summary>
public static class CompareTable
{
    public static IReadOnlyList<CompareGroup> Of(Words words, IReadOnlyList<StudyView> studies)
    {
        return
        [
            Group("design",
                Row("label.status", Status),
                Row("compare.row.verified", view => words.Date(view.Status.StatusVerifiedDate)),
                Row("label.studyType", view => words.Code(view.Design.StudyType)),
                Row("label.phase", view => words.Phases(view.Design.Phases)),
                Row("label.allocation", view => words.Code(view.Design.DesignInfo?.Allocation)),
                Row("label.interventionModel", view => words.Code(view.Design.DesignInfo?.InterventionModel)),
                Row("label.primaryPurpose", view => words.Code(view.Design.DesignInfo?.PrimaryPurpose)),
                Row("label.masking", view => words.Code(view.Design.DesignInfo?.MaskingInfo?.Masking))),
            Group("population",
                Rows("compare.row.conditions", view => view.Protocol.ConditionsModule?.Conditions),
                Row("label.minimumAge", view => view.Protocol.EligibilityModule?.MinimumAge?.ToString() ?? words["value.noMinimum"]),
                Row("label.maximumAge", view => view.Protocol.EligibilityModule?.MaximumAge?.ToString() ?? words["value.noMaximum"]),
                Row("label.sex", view => words.Code(view.Protocol.EligibilityModule?.Sex)),
                Row("label.healthyVolunteers", view => words.YesNo(view.Protocol.EligibilityModule?.HealthyVolunteers))),
            Group("arms",
                Rows("compare.row.interventions", view => view.Protocol.ArmsInterventionsModule?.Interventions?
                    .Select(one => $"{one.Name} ({words.Code(one.Type)})").ToList()),
                Rows("compare.row.armCount", view => view.Protocol.ArmsInterventionsModule?.ArmGroups?.Select(arm => arm.Label ?? "").ToList())),
            Group("outcomes",
                Rows("compare.row.primaryOutcomes", view => view.Protocol.OutcomesModule?.PrimaryOutcomes?
                    .Select(one => one.TimeFrame is null ? one.Measure ?? "" : $"{one.Measure} ({one.TimeFrame})").ToList()),
                Row("compare.row.secondaryCount", view => words.Number(view.Protocol.OutcomesModule?.SecondaryOutcomes?.Count ?? 0))),
            Group("size",
                Row("label.enrollment", view => StudySentences.Size(words, view)),
                Row("compare.row.sites", view => words.Number(view.Locations.Count)),
                Row("compare.row.recruiting", view => words.Number(StudySites.CountOpen(view))),
                Rows("section.countries.title", view => StudySites.Countries(view.Locations)),
                Row("label.leadSponsor", view => view.Protocol.SponsorCollaboratorsModule?.LeadSponsor?.Name ?? words["silent.code"])),
            Group("dates",
                Row("label.startDate", view => words.Date(view.Status.StartDateStruct)),
                Row("label.primaryCompletion", view => words.Date(view.Status.PrimaryCompletionDateStruct)),
                Row("label.completion", view => words.Date(view.Status.CompletionDateStruct)),
                Row("study.updated", view => Updated(view.Status))),
            Group("results",
                Row("compare.row.hasResults", view => words.YesNo(view.HasResults)),
                Row("compare.row.resultsDate", view => words.Date(view.Status.ResultsFirstPostDateStruct?.Date)),
                Rows("compare.row.deaths", view => Affected(view, group => (group.DeathsNumAffected, group.DeathsNumAtRisk))),
                Rows("compare.row.seriousEvents", view => Affected(view, group => (group.SeriousNumAffected, group.SeriousNumAtRisk)))),
        ];

        CompareGroup Group(string key, params CompareRow[] rows) => new(words["compare.group." + key], rows);

        CompareRow Row(string key, Func<StudyView, string> value) => new(words[key], [.. studies.Select(view => (IReadOnlyList<string>)[value(view)])]);

        string Status(StudyView view) => StudyFlags.IsUnconfirmedOpen(view.Status.OverallStatus?.Code, view.Status.StatusVerifiedDate, view.Today)
            ? words.Say("glance.unconfirmed", words.Code(view.Status.OverallStatus)) : words.Code(view.Status.OverallStatus);

        string Updated(StatusModule status) => StudySentences.LastUpdate(status, "study.updated") is { Label: "study.updated", Date: var posted }
            ? words.Date(posted) : words.Say("compare.row.submitted", words.Date(status.LastUpdateSubmitDate));

        List<string> Affected(StudyView view, Func<EventGroup, (long? Affected, long? AtRisk)> numbers) =>
            [.. (view.Study.ResultsSection?.AdverseEventsModule?.EventGroups ?? [])
                .Select(group => (group.Title, Numbers: numbers(group))).Where(one => one.Numbers is { Affected: not null, AtRisk: not null })
                .Select(one => words.Say("compare.row.affected", one.Title, one.Numbers.Affected, one.Numbers.AtRisk))];

        CompareRow Rows(string key, Func<StudyView, IReadOnlyList<string>?> values) =>
            new(words[key], [.. studies.Select(view => values(view) ?? [])]);
    }
}
