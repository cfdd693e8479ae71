using System.Globalization;
using System.Text;

namespace Lind.Search;

/// <summary>Requests as text: the same text if and only if the same is asked for.</summary>
/// <remarks>Every part comes with its length, so that no text a person sends can look like two parts.</remarks>
internal static class RequestKey
{
    /// <summary>Everything that decides which hits come in which order; not which of them the page shows.</summary>
    public static string OfOrder(StudySearchRequest request)
    {
        var text = new StringBuilder();
        Add(text, request.QueryCond, request.QueryTerm, request.QueryLocn, request.QueryTitles, request.QueryIntr,
            request.QueryOutc, request.QuerySpons, request.QueryLead, request.QueryId, request.QueryPatient,
            request.PatientNarrative, request.AggFilters, request.GeoDecay, request.IncludeCriteria ? "1" : null);
        Add(text, request.Filter);
        Add(text, request.PostFilter);
        Add(text, request.Sort);
        return text.ToString();
    }

    /// <summary>Everything that decides what is found and counted, on which snapshot and from which cursor on; not how many of
    /// the hits the page shows.</summary>
    public static string OfAnswer(StudySearchRequest request, string snapshotId)
    {
        var text = new StringBuilder(OfOrder(request));
        Add(text, snapshotId, request.Cursor, request.WantDetails ? request.CountDetails ? "2" : "1" : null, request.CheckSpelling ? "1" : null);
        Add(text, [.. request.Facets.Select(facet => string.Create(CultureInfo.InvariantCulture, $"{facet.Kind} {facet.Limit}"))]);
        Add(text, [.. request.Histograms.SelectMany(histogram => new[] { histogram.Field, histogram.Interval })]);
        return text.ToString();
    }

    private static void Add(StringBuilder text, StudyFilters filter)
    {
        Add(text, filter.Geo, filter.Advanced);
        Add(text, filter.OverallStatus);
        Add(text, filter.Ids);
        Add(text, filter.Synonyms);
    }

    private static void Add(StringBuilder text, IReadOnlyList<string> parts)
    {
        text.Append(CultureInfo.InvariantCulture, $"[{parts.Count}");
        Add(text, [.. parts]);
    }

    private static void Add(StringBuilder text, params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}");
        }
    }
}
