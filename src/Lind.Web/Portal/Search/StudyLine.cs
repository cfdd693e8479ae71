using Lind.Search;
using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>Short lines about a study for lists.</summary>
public static class StudyLine
{
    private const double KilometresPerMile = 1.609344;

    // Sites are placed by town: what is nearer than this lies in the place itself.
    private const double SameTownMiles = .5;

    /// <summary>The first few of a list, and how many more there are.</summary>
    public static string Some(Words words, IReadOnlyList<string> items, int most) => items.Count <= most
        ? string.Join("; ", items)
        : words.Say("search.card.andMore", string.Join("; ", items.Take(most)), items.Count - most);

    public static string Freshness(Words words, StudySummary study) =>
        study.Status == "UNKNOWN" || StudyFlags.IsUnconfirmedOpen(study.Status, study.Verified, study.Today)
            ? words.Say("search.card.lastConfirmed", words.Date(study.Verified))
            : study.Updated is null && study.UpdateSubmitted is not null
                ? words.Say("search.card.updateSubmitted", words.Date(study.UpdateSubmitted))
                : words.Say("search.card.updated", words.Date(study.Updated));

    public static string Who(Words words, StudySummary study)
    {
        var rules = new EligibilityModule
        {
            MinimumAge = study.MinimumAge,
            MaximumAge = study.MaximumAge,
            Sex = study.Sex is null ? null : Sex.Of(study.Sex),
        };
        return StudySentences.WhoCanJoin(words, rules);
    }

    public static string Where(Words words, StudySummary study) => study.SiteCount == 0
        ? words["glance.sitesNone"]
        : words.Say("sites.overview", words.Count("sites.count", study.SiteCount), Some(words, study.Countries, 3));

    /// <summary>What kind of study it is, in parts that a line had better not break; the mark between stands with the part before it.</summary>
    public static IEnumerable<string> Kind(Words words, StudySummary study)
    {
        List<string> parts = [words.Code("StudyType", study.StudyType)];
        if (study.Phases.Count > 0 && study.Phases[0] != "NA")
        {
            parts.Add(words.Phases(study.Phases));
        }

        if (study.Enrollment is { } count && count != StudySentences.EnrollmentSentinel)
        {
            parts.Add(words.Count("glance.people", count));
        }

        if (study.Start is { IsDate: true } start)
        {
            parts.Add(words.Say("search.card.starts", words.Date((PartialDate?)start)));
        }

        return parts.Select((part, index) => index < parts.Count - 1 ? part + " ·" : part);
    }

    public static string Site(Words words, SiteDistance site)
    {
        var distance = site.DistanceMiles < SameTownMiles ? words["search.card.sameTown"] : words.Say("sites.distance",
            words.Number((long)Math.Round(site.DistanceMiles * KilometresPerMile)), words.Number((long)Math.Round(site.DistanceMiles)));
        return string.Join(", ", new[] { site.Facility, site.City, distance }.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
