using System.Globalization;
using System.Text.Json.Nodes;

namespace Lind.Web.Tests.Api;

/// <summary>Small records for the tests of the API; every one valid, each test makes its own.</summary>
internal static class Samples
{
    public static string Study(
        int number,
        string title = "A study",
        string status = "RECRUITING",
        string? condition = "Asthma",
        string? phase = "PHASE2",
        int? enrollment = 100,
        string? startDate = "2020-03",
        Action<JsonObject>? change = null)
    {
        var study = new JsonObject
        {
            ["protocolSection"] = new JsonObject
            {
                ["identificationModule"] = new JsonObject
                {
                    ["nctId"] = Nct(number),
                    ["orgStudyIdInfo"] = new JsonObject { ["id"] = "ORG-" + number.ToString(CultureInfo.InvariantCulture) },
                    ["briefTitle"] = title,
                },
                ["statusModule"] = new JsonObject
                {
                    ["overallStatus"] = status,
                    ["startDateStruct"] = startDate is null ? null : new JsonObject { ["date"] = startDate },
                    ["lastUpdatePostDateStruct"] = new JsonObject { ["date"] = "2024-01-02", ["type"] = "ACTUAL" },
                },
                ["sponsorCollaboratorsModule"] = new JsonObject
                {
                    ["leadSponsor"] = new JsonObject { ["name"] = "Sponsor of tests", ["class"] = "OTHER" },
                },
                ["descriptionModule"] = new JsonObject { ["briefSummary"] = "Dose \\> 5 mg & more." },
                ["conditionsModule"] = new JsonObject
                {
                    ["conditions"] = condition is null ? new JsonArray() : new JsonArray(condition),
                },
                ["designModule"] = new JsonObject
                {
                    ["studyType"] = "INTERVENTIONAL",
                    ["phases"] = phase is null ? new JsonArray() : new JsonArray(phase),
                    ["enrollmentInfo"] = enrollment is null ? null
                        : new JsonObject { ["count"] = enrollment, ["type"] = "ESTIMATED" },
                },
                ["eligibilityModule"] = new JsonObject
                {
                    ["sex"] = "ALL",
                    ["minimumAge"] = "18 Years",
                    ["stdAges"] = new JsonArray("ADULT", "OLDER_ADULT"),
                },
            },
            ["derivedSection"] = new JsonObject { ["miscInfoModule"] = new JsonObject { ["versionHolder"] = "2026-01-02" } },
            ["hasResults"] = false,
        };
        RemoveNulls(study);
        change?.Invoke(study);
        return study.ToJsonString();
    }

    public static string Nct(int number) => string.Create(CultureInfo.InvariantCulture, $"NCT{number:D8}");

    public static string[] Many(int count) => [.. Enumerable.Range(1, count).Select(number => Study(number))];

    private static void RemoveNulls(JsonObject item)
    {
        foreach (var (name, value) in item.ToArray())
        {
            if (value is null)
            {
                item.Remove(name);
            }
            else if (value is JsonObject inner)
            {
                RemoveNulls(inner);
            }
        }
    }
}
