using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Search.Similarity;

/// <summary>What a value does for the comparison.</summary>
internal enum FeatureRole : byte
{
    None, Title, Condition, Keyword, Intervention, ConditionHeading, InterventionHeading, PrimaryOutcome, Outcome,
    Summary, Description, Eligibility, Site, Column,
}

/// <summary>Which pieces of a record the comparison reads, and what for.</summary>
internal static class FeatureFields
{
    private static readonly Dictionary<StudyField, FeatureRole> Roles = new()
    {
        [StudyFields.BriefTitle] = FeatureRole.Title,
        [StudyFields.OfficialTitle] = FeatureRole.Title,
        [StudyFields.Acronym] = FeatureRole.Title,
        [StudyFields.Condition] = FeatureRole.Condition,
        [StudyFields.Keyword] = FeatureRole.Keyword,
        [StudyFields.InterventionName] = FeatureRole.Intervention,
        [StudyFields.InterventionOtherName] = FeatureRole.Intervention,
        [StudyFields.ConditionMeshTerm] = FeatureRole.ConditionHeading,
        [StudyFields.InterventionMeshTerm] = FeatureRole.InterventionHeading,
        [StudyFields.PrimaryOutcomeMeasure] = FeatureRole.PrimaryOutcome,
        [StudyFields.SecondaryOutcomeMeasure] = FeatureRole.Outcome,
        [StudyFields.BriefSummary] = FeatureRole.Summary,
        [StudyFields.DetailedDescription] = FeatureRole.Description,
        [StudyFields.EligibilityCriteria] = FeatureRole.Eligibility,
        [StudyFields.StudyPopulation] = FeatureRole.Eligibility,
        [StudyFields.LocationGeoPoint] = FeatureRole.Site,
        [StudyFields.OverallStatus] = FeatureRole.Column,
        [StudyFields.StartDate] = FeatureRole.Column,
        [StudyFields.StatusVerifiedDate] = FeatureRole.Column,
        [StudyFields.LeadSponsorName] = FeatureRole.Column,
        [StudyFields.StudyType] = FeatureRole.Column,
        [StudyFields.Phase] = FeatureRole.Column,
        [StudyFields.DesignAllocation] = FeatureRole.Column,
        [StudyFields.DesignMasking] = FeatureRole.Column,
        [StudyFields.DesignPrimaryPurpose] = FeatureRole.Column,
        [StudyFields.Sex] = FeatureRole.Column,
        [StudyFields.MinimumAge] = FeatureRole.Column,
        [StudyFields.MaximumAge] = FeatureRole.Column,
        [StudyFields.EnrollmentCount] = FeatureRole.Column,
        [StudyFields.HasResults] = FeatureRole.Column,
    };

    private static readonly FeatureRole[] ByOrdinal =
        [.. FieldCatalogue.All.Select(field => Roles.GetValueOrDefault(field))];

    /// <summary>Every piece that is read, those of <see cref="FamilyReader"/> included.</summary>
    public static IEnumerable<StudyField> All => Roles.Keys.Concat(FamilyReader.Fields);

    /// <summary>What a piece does.</summary>
    public static FeatureRole RoleOf(StudyField field) => ByOrdinal[field.Ordinal];

    /// <summary>Keeps the value of a column.</summary>
    public static void SetColumn(StudyTraits traits, in StudyValue value)
    {
        switch (value.Field.Piece)
        {
            case "OverallStatus": traits.Status = value.ToString(); break;
            case "StartDate": traits.StartDate = value.ToString(); break;
            case "StatusVerifiedDate": traits.Verified = value.ToString(); break;
            case "LeadSponsorName": traits.Sponsor = value.ToString(); break;
            case "StudyType": traits.StudyType = value.ToString(); break;
            case "Phase": traits.Phases.Add(value.ToString()); break;
            case "DesignAllocation": traits.Allocation = value.ToString(); break;
            case "DesignMasking": traits.Masking = value.ToString(); break;
            case "DesignPrimaryPurpose": traits.Purpose = value.ToString(); break;
            case "Sex": traits.Sex = value.ToString(); break;
            case "MinimumAge": traits.MinimumAge = value.ToString(); break;
            case "MaximumAge": traits.MaximumAge = value.ToString(); break;
            case "EnrollmentCount": traits.Enrollment = (int)Math.Clamp(value.Number, 0, int.MaxValue); break;
            case "HasResults": traits.HasResults = value.IsTrue; break;
        }
    }
}
