using Lind.Index.Queries;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Patients;

/// <summary>How much a patient's words count where.</summary>
/// <param name="Everything">All text of the protocol.</param>
/// <param name="Parts">The fields that say what a study is about, counted again.</param>
/// <param name="UseLimits">Whether age and sex limits filter.</param>
internal sealed record PatientWeights(
    FieldWeights Everything, IReadOnlyList<(FieldWeights Fields, float Weight)> Parts, bool UseLimits)
{
    /// <summary>The weights in use; see docs/quality.md for what they were measured against.</summary>
    public static PatientWeights Default { get; } = Make(0.75f, 2f, 1f, 0.5f, 1f, 1f, 1f);

    /// <summary>Plain BM25 over all text, for comparison.</summary>
    public static PatientWeights Plain { get; } = new(
        Fields(StudySchema.ProtocolLength, 0.75f, [.. FieldCatalogue.Leaves.Where(IsProtocolText)]), [], UseLimits: false)
    {
        OtherNames = 0,
        Likeness = 0,
    };

    /// <summary>Weights of the parts in turn: condition, titles, keywords, MeSH terms, summary, criteria.</summary>
    public static PatientWeights Make(
        float damping, float condition, float title, float keyword, float mesh, float summary, float criteria) => new(
        All(damping),
        [
            .. new[]
            {
                (Fields(StudySchema.CoreLength, 0.3f, StudyFields.Condition), condition),
                (Fields(StudySchema.CoreLength, 0.3f, StudyFields.BriefTitle, StudyFields.OfficialTitle), title),
                (Fields(StudySchema.CoreLength, 0.3f, StudyFields.Keyword), keyword),
                (Fields(StudySchema.CoreLength, 0.3f, StudyFields.ConditionMeshTerm), mesh),
                (Fields(StudySchema.ProtocolLength, 0.5f, StudyFields.BriefSummary), summary),
                (Fields(StudySchema.CriteriaLength, 0.75f, StudyFields.EligibilityCriteria), criteria),
            }.Where(part => part.Item2 > 0),
        ],
        UseLimits: true);

    /// <summary>How much another name of something in the narrative counts.</summary>
    public float OtherNames { get; init; } = 0.4f;

    /// <summary>What likeness of the whole record adds at its most, as a share of the best score by words among the studies that
    /// are like the narrative.</summary>
    public double Likeness { get; init; } = 0.6;

    /// <summary>Where names are looked for: the fields that say what a study is about.</summary>
    public FieldWeights Names { get; } = Fields(StudySchema.CoreLength, 0.3f, StudyFields.Condition, StudyFields.BriefTitle,
        StudyFields.OfficialTitle, StudyFields.Keyword, StudyFields.ConditionMeshTerm, StudyFields.InterventionName);

    private static FieldWeights All(float damping) =>
        Fields(StudySchema.CriteriaLength, damping, [.. FieldCatalogue.Leaves.Where(IsProtocolText)]);

    private static bool IsProtocolText(StudyField field) =>
        field.Kind is FieldKind.Text or FieldKind.Markup
        && field.Path.StartsWith("protocolSection", StringComparison.Ordinal) && !StudySchema.IsOfSite(field);

    private static FieldWeights Fields(int lengthGroup, float damping, params StudyField[] fields) => new(
        fields.Select(field => KeyValuePair.Create(StudySchema.TextOf(field), 1f)), lengthGroup, 1.2f, damping);
}
