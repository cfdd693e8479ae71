using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>What the record says, in whole sentences that stay true when the record is silent.</summary>
public static class StudySentences
{
    /// <summary>Placeholders that older records use for an unknown number of participants.</summary>
    public const long EnrollmentSentinel = 99_999_999;

    // Sites are placed by town: what is nearer than this lies in the place itself.
    private const double SameTownKilometres = .8;

    /// <summary>Whether somebody could join, as the record says and how far it can be believed.</summary>
    public static string Openness(Words words, StudyView view)
    {
        var status = view.Status;
        return status.OverallStatus?.Code switch
        {
            "RECRUITING" => StudyFlags.IsLongUnverified(view)
                ? words.Say("glance.recruitingOld", words.Date(status.StatusVerifiedDate))
                : words["glance.recruiting"],
            "ENROLLING_BY_INVITATION" => words["glance.byInvitation"],
            "NOT_YET_RECRUITING" => status.StartDateStruct?.Date is { } start
                ? words.Say("glance.notYetSince", words.Date((PartialDate?)start)) : words["glance.notYet"],
            "ACTIVE_NOT_RECRUITING" => words["glance.active"],
            "COMPLETED" => status.CompletionDateStruct?.Date is { } end
                ? words.Say("glance.completedOn", MonthOf(words, end)) : words["glance.completed"],
            "SUSPENDED" => words["glance.suspended"],
            "TERMINATED" => words["glance.terminated"],
            "WITHDRAWN" => words["glance.withdrawn"],
            "UNKNOWN" => status.LastKnownStatus is { } last
                ? words.Say("glance.unknown", words.Code((OverallStatus?)last)) : words["glance.unknownBare"],
            "AVAILABLE" => words["glance.available"],
            "NO_LONGER_AVAILABLE" => words["glance.noLongerAvailable"],
            "TEMPORARILY_NOT_AVAILABLE" => words["glance.temporarilyNot"],
            "APPROVED_FOR_MARKETING" => words["glance.approved"],
            "WITHHELD" => words["glance.withheld"],
            _ => words.Say("glance.otherStatus", words.Code(status.OverallStatus)),
        };
    }

    /// <summary>Whether results are posted, and whether they are overdue as far as the record tells.</summary>
    public static string Results(Words words, StudyView view)
    {
        if (view.HasResults)
        {
            return view.Status.ResultsFirstPostDateStruct?.Date is { } posted
                ? words.Say("glance.resultsPosted", words.Date((PartialDate?)posted)) : words["glance.resultsPostedNoDate"];
        }

        if (PendingResults.Steps(view).Count > 0)
        {
            return words[PendingResults.AreUnderWay(view) ? "pending.glance" : "pending.glanceTakenBack"];
        }

        return StudyFlags.ResultsDue(view) is { } due && due < view.Today && view.Status.ResultsFirstSubmitDate is null
            && view.Status.DispFirstSubmitDate is null
                ? words.Say("glance.resultsOverdue", words.Date(due)) : words["glance.resultsNone"];
    }

    /// <summary>When the record last changed: when the change became public, else when it was handed in.</summary>
    public static (string Label, PartialDate? Date) LastUpdate(StatusModule status, string key) =>
        status.LastUpdatePostDateStruct?.Date is null && status.LastUpdateSubmitDate is { } submitted
            ? (key + "Submitted", submitted) : (key, status.LastUpdatePostDateStruct?.Date);

    /// <summary>When the study team last stood by the record.</summary>
    public static string Freshness(Words words, StudyView view) => view.Status.StatusVerifiedDate is { } verified
        ? words.Say("glance.verified", words.Date((PartialDate?)verified))
        : words["glance.verifiedNever"];

    /// <summary>Age, sex and healthy volunteers in one sentence.</summary>
    public static string WhoCanJoin(Words words, EligibilityModule? rules)
    {
        var healthy = rules?.HealthyVolunteers switch
        {
            true => words["who.healthy"],
            false => words["who.noHealthy"],
            null => "",
        };
        return words.Say("who.sentence", AgesAndSex(words, rules), healthy).TrimEnd();
    }

    /// <summary>Why there are no results, as far as the record tells.</summary>
    public static string NoResults(Words words, StudyView view)
    {
        var status = view.Status;
        if (view.IsExpandedAccess)
        {
            return words["results.none.expanded"];
        }

        return status.OverallStatus?.Code switch
        {
            "COMPLETED" => status.CompletionDateStruct?.Date is { } end
                ? words.Say("results.none.completed", MonthOf(words, end)) : words["results.none.completedNoDate"],
            "WITHDRAWN" => words["results.none.withdrawn"],
            "TERMINATED" => words["results.none.stopped"],
            "UNKNOWN" => words["results.none.unknown"],
            "NOT_YET_RECRUITING" => words["results.none.notBegun"],
            "RECRUITING" or "ACTIVE_NOT_RECRUITING" or "ENROLLING_BY_INVITATION" or "SUSPENDED" =>
                words.Say("results.none.running", words.Code(status.OverallStatus)),
            _ => words["results.none.plain"],
        };
    }

    /// <summary>Where the study takes place, in one sentence.</summary>
    public static string Where(Words words, StudyView view)
    {
        var sites = view.Locations;
        if (sites.Count == 0)
        {
            return words["glance.sitesNone"];
        }

        if (sites.Count == 1)
        {
            return words.Say("glance.sitesOne", words.Place(sites[0]));
        }

        var countries = StudySites.Countries(sites);
        var place = countries.Count <= 3 && countries.Count > 0
            ? words.List(countries) : words.Count("glance.countries", countries.Count);
        var open = StudySites.CountOpen(view);
        return open > 0
            ? words.Say("glance.sitesOpen", words.Number(open), words.Number(sites.Count), place)
            : words.Say("glance.sites", words.Number(sites.Count), place);
    }

    /// <summary>The nearest site that takes people, or else the nearest site, as seen from the reader's place.</summary>
    public static string Nearest(Words words, StudyView view)
    {
        if (view.Near is not { } near)
        {
            return "";
        }

        if (near.Latitude is null)
        {
            return words.Say("sites.nearNotFound", near.Text);
        }

        var placed = StudySites.Rows(view).Where(row => row.Kilometres is not null).ToList();
        var open = placed.FirstOrDefault(row => row.Open);
        return (open ?? placed.FirstOrDefault()) is { } row
            ? row.Kilometres < SameTownKilometres
                ? words.Say(open is null ? "sites.nearestAnyHere" : "sites.nearestOpenHere", words.Place(row.Site))
            : words.Say(open is null ? "sites.nearestAny" : "sites.nearestOpen", words.Place(row.Site),
                StudySites.Distance(words, row.Kilometres!.Value), near.Name)
            : words["sites.nearestNone"];
    }

    /// <summary>Type, phase and purpose in words.</summary>
    public static string Kind(Words words, StudyView view)
    {
        var design = view.Design;
        var kind = design.StudyType?.Code switch
        {
            "INTERVENTIONAL" => words["kind.interventional"],
            "OBSERVATIONAL" => words[design.PatientRegistry == true ? "kind.registry" : "kind.observational"],
            "EXPANDED_ACCESS" => words["kind.expanded"],
            null => words["kind.silent"],
            _ => words.Say("kind.other", words.Code(design.StudyType)),
        };
        var hasPhase = design.Phases is { Count: > 0 } phases && phases[0] != Phase.NotApplicable;
        var sentence = hasPhase ? words.Say("kind.phase", kind, words.Phases(design.Phases)) : words.Say("kind.plain", kind);
        return design.DesignInfo?.PrimaryPurpose is { } purpose
            ? $"{sentence} {words.Say("kind.purpose", words.Within(words.Code((PrimaryPurpose?)purpose)))}" : sentence;
    }

    /// <summary>How many people, planned or actual.</summary>
    public static string Size(Words words, StudyView view)
    {
        var enrollment = view.Design.EnrollmentInfo;
        if (enrollment?.Count is not { } count || count == EnrollmentSentinel)
        {
            return words["glance.sizeNone"];
        }

        var people = words.Count("glance.people", count);
        return enrollment.Type?.Code switch
        {
            "ACTUAL" => count == 0 ? words["glance.sizeZero"] : words.Say("glance.sizeActual", people),
            "ESTIMATED" => words.Say("glance.sizePlanned", people),
            _ => words.Say("glance.sizePlain", people),
        };
    }

    private static string AgesAndSex(Words words, EligibilityModule? rules)
    {
        if (rules is null)
        {
            return words["who.ageSilent"];
        }

        var sex = rules.Sex?.Code switch
        {
            "ALL" => "all",
            "FEMALE" => "female",
            "MALE" => "male",
            null => "sexSilent",
            _ => "otherSex",
        };
        var ages = Ages(words, rules);
        return words.Say(ages.Length == 0 ? "who.anyAge." + sex : "who." + sex, ages, words.Code(rules.Sex));
    }

    // A lower limit of nothing is none.
    private static string Ages(Words words, EligibilityModule rules) =>
        (rules.MinimumAge is { IsAge: true, Number: 0 } ? null : rules.MinimumAge, rules.MaximumAge) switch
        {
            ({ IsAge: true } low, { IsAge: true } high) when low.Unit == high.Unit => words.Say("who.between", low.Number, words.Age(high)),
            ({ } low, { } high) => words.Say("who.between", words.Age(low), words.Age(high)),
            ({ } low, null) => words.Say("who.adultsFrom", words.Age(low)),
            (null, { } high) => words.Say("who.upTo", words.Age(high)),
            _ => "",
        };

    private static string MonthOf(Words words, PartialDate date) =>
        date.IsDate ? words.Date(date.Year, date.Month, 0) : date.ToString();
}
