using System.Text.Json.Nodes;
using Lind.Studies;

namespace Lind.Web.Api.Formats.Fhir;

/// <summary>Eligibility as a conceptual Group: sex, ages and healthy volunteers as characteristics, the criteria text
/// whole.</summary>
internal static class FhirEligibilityGroup
{
    public static JsonObject? Of(Study study, string nctId)
    {
        var protocol = study.ProtocolSection;
        if (protocol?.EligibilityModule is not { } eligibility)
        {
            return null;
        }

        var characteristics = new JsonArray();
        AddSex(characteristics, eligibility);
        AddAge(characteristics, eligibility);
        if (eligibility.HealthyVolunteers is { } healthy)
        {
            characteristics.Add(Characteristic("HealthyVolunteers", "Accepts healthy volunteers", exclude: false)
                .With("valueBoolean", JsonValue.Create(healthy)));
        }

        return new JsonObject
        {
            ["resourceType"] = "Group",
            ["id"] = nctId + "-eligibility",
            ["status"] = "active",
            ["type"] = "person",
            ["membership"] = "conceptual",
            ["combinationMethod"] = "all-of",
        }
            .With("title", "Who can take part in " + nctId)
            .With("description", eligibility.EligibilityCriteria)
            .With("purpose", eligibility.StudyPopulation)
            .With("characteristic", characteristics);
    }

    private static void AddSex(JsonArray characteristics, EligibilityModule eligibility)
    {
        if (FhirJson.Coded("Sex", eligibility.Sex) is { } sex)
        {
            characteristics.Add(Characteristic("Sex", "Sex", exclude: false)
                .With("valueCodeableConcept", sex)
                .With("description", eligibility.GenderDescription));
        }
    }

    private static void AddAge(JsonArray characteristics, EligibilityModule eligibility)
    {
        var range = new JsonObject().With("low", Quantity(eligibility.MinimumAge))
            .With("high", Quantity(eligibility.MaximumAge));
        if (range.Count > 0)
        {
            characteristics.Add(Characteristic("Age", "Age", exclude: false).With("valueRange", range));
        }
    }

    private static JsonObject Characteristic(string code, string text, bool exclude) => new()
    {
        ["code"] = FhirJson.Concept(FhirJson.RegistryCodes + code, code, text),
        ["exclude"] = exclude,
    };

    private static JsonObject? Quantity(Age? age)
    {
        if (age is not { IsAge: true } given)
        {
            return null;
        }

        var code = given.Unit switch
        {
            AgeUnit.Year => "a",
            AgeUnit.Month => "mo",
            AgeUnit.Week => "wk",
            AgeUnit.Day => "d",
            AgeUnit.Hour => "h",
            _ => "min",
        };
        return new()
        {
            ["value"] = given.Number,
            ["unit"] = given.Unit.ToString(),
            ["system"] = "http://unitsofmeasure.org",
            ["code"] = code,
        };
    }
}
