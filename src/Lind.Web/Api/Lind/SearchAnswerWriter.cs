using System.Text.Json;
using Lind.Search;

namespace Lind.Web.Api.Lind;

/// <summary>Writes the parts of a search answer as JSON.</summary>
internal static class SearchAnswerWriter
{
    public static void WriteSummary(Utf8JsonWriter writer, StudySearchAnswer found)
    {
        WriteFacets(writer, found.Facets);
        WriteHistograms(writer, found.Histograms);
        WriteDetails(writer, found.Details);
        if (found.Spelling is { } spelling)
        {
            writer.WriteStartObject("spelling");
            writer.WriteString("parameter", spelling.Parameter);
            writer.WriteString("text", spelling.Text);
            writer.WriteEndObject();
        }

        WritePatient(writer, found.Patient);
        writer.WriteString("snapshot", found.SnapshotId);
    }

    public static void WriteSite(Utf8JsonWriter writer, string name, SiteDistance? site)
    {
        if (site is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("locationIndex", site.LocationIndex);
        writer.WriteNumber("distanceMiles", Math.Round(site.DistanceMiles, 2));
        WriteIf(writer, "facility", site.Facility);
        WriteIf(writer, "city", site.City);
        WriteIf(writer, "status", site.Status);
        writer.WriteEndObject();
    }

    public static void WriteHighlights(Utf8JsonWriter writer, IReadOnlyList<Highlight> highlights)
    {
        writer.WriteStartArray("highlights");
        foreach (var highlight in highlights)
        {
            writer.WriteStartObject();
            writer.WriteString("piece", highlight.Piece);
            writer.WriteString("path", highlight.Path);
            writer.WriteString("text", highlight.Text);
            writer.WriteStartArray("spans");
            foreach (var (start, length) in highlight.Spans)
            {
                writer.WriteStartObject();
                writer.WriteNumber("start", start);
                writer.WriteNumber("length", length);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteValues(Utf8JsonWriter writer, string name, IReadOnlyList<FacetValue> values)
    {
        writer.WriteStartArray(name);
        foreach (var (value, count) in values)
        {
            writer.WriteStartObject();
            writer.WriteString("value", value);
            writer.WriteNumber("studiesCount", count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteIf(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteFacets(Utf8JsonWriter writer, IReadOnlyList<Facet> facets)
    {
        if (facets.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("facets");
        foreach (var facet in facets)
        {
            writer.WriteStartObject(SearchParameters.NameOf(facet.Kind));
            WriteValues(writer, "values", facet.Values);
            writer.WriteNumber("missingStudiesCount", facet.Missing);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteHistograms(Utf8JsonWriter writer, IReadOnlyList<Histogram> histograms)
    {
        if (histograms.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("histograms");
        foreach (var histogram in histograms)
        {
            writer.WriteStartObject();
            writer.WriteString("field", histogram.Field);
            writer.WriteNumber("missingStudiesCount", histogram.Missing);
            writer.WriteStartArray("bars");
            foreach (var (from, count) in histogram.Bars)
            {
                writer.WriteStartObject();
                writer.WriteString("from", from);
                writer.WriteNumber("studiesCount", count);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteDetails(Utf8JsonWriter writer, SearchDetails? details)
    {
        if (details is null)
        {
            return;
        }

        writer.WriteStartArray("details");
        foreach (var area in details.Areas)
        {
            writer.WriteStartObject();
            writer.WriteString("area", area.Area);
            writer.WriteStartArray("terms");
            foreach (var term in area.Terms)
            {
                WriteTerm(writer, term);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTerm(Utf8JsonWriter writer, TermDetails term)
    {
        writer.WriteStartObject();
        writer.WriteString("text", term.Text);
        WriteCount(writer, term.Count);
        writer.WriteStartArray("synonyms");
        foreach (var synonym in term.Synonyms)
        {
            writer.WriteStartObject();
            writer.WriteString("id", synonym.Id);
            writer.WriteString("text", synonym.Text);
            writer.WriteString("source", synonym.Source);
            WriteCount(writer, synonym.Count);
            writer.WriteBoolean("active", synonym.Active);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter writer, long? count)
    {
        if (count is { } known)
        {
            writer.WriteNumber("studiesCount", known);
        }
    }

    private static void WritePatient(Utf8JsonWriter writer, PatientReading? patient)
    {
        if (patient is null)
        {
            return;
        }

        writer.WriteStartObject("patient");
        if (patient.AgeYears is { } age)
        {
            writer.WriteNumber("ageYears", age);
        }

        WriteIf(writer, "sex", patient.Sex);
        writer.WriteStartArray("findings");
        foreach (var finding in patient.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("text", finding.Text);
            writer.WriteNumber("weight", finding.Weight);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("negated");
        foreach (var negated in patient.Negated)
        {
            writer.WriteStringValue(negated);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
