using Lind.Index.Schemas;
using Lind.Studies.Fields;

namespace Lind.Search.Mapping;

/// <summary>What the index holds of a study: made from the field catalogue, one rule per kind of field.</summary>
/// <remarks>
/// Documents: a text field for every text, markup and enum leaf (enums by their classic label), sites' texts included;
/// a column for every date, age, number, boolean and enum, for texts that are counted or completed, and for the length
/// of every list. Sites: text and columns of every leaf below <c>locations</c>.
/// Changing anything here changes the schema's fingerprint: the index is then built anew.
/// </remarks>
internal static class StudySchema
{
    /// <summary>The table of studies.</summary>
    public const int Studies = 0;

    /// <summary>The table of sites.</summary>
    public const int Sites = 1;

    /// <summary>Length group of titles, conditions and interventions.</summary>
    public const int CoreLength = 0;

    /// <summary>Length group of the rest of the protocol that areas search.</summary>
    public const int ProtocolLength = 1;

    /// <summary>Length group of criteria and the detailed description.</summary>
    public const int CriteriaLength = 2;

    private const int OtherLength = 3;

    private static readonly StudyField[] CountedTexts =
    [
        StudyFields.LeadSponsorName, StudyFields.CollaboratorName, StudyFields.OrgFullName, StudyFields.Condition,
        StudyFields.Keyword, StudyFields.InterventionName, StudyFields.ConditionMeshTerm,
        StudyFields.ConditionAncestorTerm, StudyFields.InterventionMeshTerm, StudyFields.InterventionAncestorTerm,
        StudyFields.LocationCountry, StudyFields.LocationState, StudyFields.LocationCity,
    ];

    private static readonly HashSet<StudyField> CoreTexts =
    [
        StudyFields.NCTId, StudyFields.NCTIdAlias, StudyFields.Acronym, StudyFields.BriefTitle,
        StudyFields.OfficialTitle, StudyFields.Condition, StudyFields.Keyword, StudyFields.InterventionName,
        StudyFields.InterventionOtherName, StudyFields.ConditionMeshTerm, StudyFields.ConditionAncestorTerm,
        StudyFields.InterventionMeshTerm, StudyFields.InterventionAncestorTerm,
    ];

    private static readonly HashSet<StudyField> CriteriaTexts =
        [StudyFields.EligibilityCriteria, StudyFields.DetailedDescription, StudyFields.StudyPopulation];

    private static readonly HashSet<StudyField> AreaTexts =
        [.. SearchAreas.All.SelectMany(area => area.Fields).Select(pair => pair.Field)];

    private static readonly bool[] OfSite = [.. FieldCatalogue.All.Select(LiesInSite)];
    private static readonly ColumnKind?[] ColumnKinds = [.. FieldCatalogue.All.Select(KindOfColumn)];
    private static readonly int[] DocumentText = Filled();
    private static readonly int[] DocumentColumn = Filled();
    private static readonly int[] SizeColumn = Filled();
    private static readonly int[] SiteText = Filled();
    private static readonly int[] SiteColumn = Filled();
    private static readonly IndexSchema Built = Build();

    /// <summary>The schema.</summary>
    public static IndexSchema Schema => Built;

    /// <summary>The text field of structures present: a token per branch that has a value below it.</summary>
    public static int Present { get; } = Built.Documents.FindTextField("*present");

    /// <summary>The integer column of the study's number.</summary>
    public static int Number { get; } = Built.Documents.FindColumn("*number");

    /// <summary>The keyword column of <c>State, Country</c> pairs.</summary>
    public static int StateAndCountry { get; } = Built.Documents.FindColumn("*state");

    /// <summary>The keyword column of the start date's year.</summary>
    public static int StartYear { get; } = Built.Documents.FindColumn("*startYear");

    /// <summary>The keyword column of enrollment bands.</summary>
    public static int EnrollmentBand { get; } = Built.Documents.FindColumn("*enrollment");

    /// <summary>The text field of a leaf among documents; -1 when it has none.</summary>
    public static int TextOf(StudyField field) => DocumentText[field.Ordinal];

    /// <summary>The column of a leaf among documents; -1 when it has none.</summary>
    public static int ColumnOf(StudyField field) => DocumentColumn[field.Ordinal];

    /// <summary>The column of a list's length; -1 when the field is no list.</summary>
    public static int SizeOf(StudyField field) => SizeColumn[field.Ordinal];

    /// <summary>The text field of a leaf among sites; -1 when it is no site's.</summary>
    public static int SiteTextOf(StudyField field) => SiteText[field.Ordinal];

    /// <summary>The column of a leaf among sites; -1 when it has none.</summary>
    public static int SiteColumnOf(StudyField field) => SiteColumn[field.Ordinal];

    /// <summary>Whether the field lies within a site.</summary>
    public static bool IsOfSite(StudyField field) => OfSite[field.Ordinal];

    /// <summary>What column a kind of field needs; null for text without one.</summary>
    public static ColumnKind? ColumnKindOf(StudyField field) => ColumnKinds[field.Ordinal];

    private static int[] Filled()
    {
        var numbers = new int[FieldCatalogue.All.Count];
        Array.Fill(numbers, -1);
        return numbers;
    }

    private static IndexSchema Build()
    {
        var texts = new List<TextField> { new("*present", OtherLength) };
        var columns = new List<ColumnField>
        {
            new("*number", ColumnKind.Integer), new("*state", ColumnKind.Keyword),
            new("*startYear", ColumnKind.Keyword), new("*enrollment", ColumnKind.Keyword),
        };
        var siteTexts = new List<TextField>();
        var siteColumns = new List<ColumnField>();
        foreach (var field in FieldCatalogue.All)
        {
            if (field.IsList)
            {
                SizeColumn[field.Ordinal] = columns.Count;
                columns.Add(new ColumnField(field.Piece + ":size", ColumnKind.Integer));
            }

            if (field.IsLeaf)
            {
                AddColumn(field, columns, DocumentColumn);
                if (IsOfSite(field))
                {
                    AddColumn(field, siteColumns, SiteColumn);
                }
            }
        }

        // What no area searches stands last: phrases in areas do not read its positions.
        var leaves = FieldCatalogue.All.Where(field => field.IsLeaf).OrderBy(IsAside).ToArray();
        foreach (var field in leaves)
        {
            AddText(field, texts, DocumentText);
            if (IsOfSite(field))
            {
                AddText(field, siteTexts, SiteText);
            }
        }

        return new IndexSchema(
            new TableSchema("studies", texts, columns), new TableSchema("sites", siteTexts, siteColumns));
    }

    private static void AddText(StudyField field, List<TextField> texts, int[] textOf)
    {
        if (field.Kind is FieldKind.Text or FieldKind.Markup or FieldKind.Enum)
        {
            textOf[field.Ordinal] = texts.Count;
            texts.Add(new TextField(field.Piece, LengthGroupOf(field), IsAside(field)));
        }
    }

    private static void AddColumn(StudyField field, List<ColumnField> columns, int[] columnOf)
    {
        var kind = ColumnKindOf(field);
        if (kind is not null && (!OnlyOfSites(field) || columnOf == SiteColumn))
        {
            columnOf[field.Ordinal] = columns.Count;
            columns.Add(new ColumnField(field.Piece, kind.Value));
        }
    }

    private static bool LiesInSite(StudyField field) =>
        field.EnclosingLists.Count > 0 && field.EnclosingLists[0] == StudyFields.Location && field.IsLeaf;

    private static ColumnKind? KindOfColumn(StudyField field) => field.Kind switch
    {
        FieldKind.Date or FieldKind.DateTime or FieldKind.Time or FieldKind.Integer => ColumnKind.Integer,
        FieldKind.Number => ColumnKind.Real,
        FieldKind.Boolean or FieldKind.Enum => ColumnKind.Keyword,
        FieldKind.GeoPoint => ColumnKind.Point,
        _ => CountedTexts.Contains(field) || OnlyOfSites(field) ? ColumnKind.Keyword : null,
    };

    private static bool IsAside(StudyField field) => LengthGroupOf(field) == OtherLength;

    // Points and facilities are columns of sites alone: joins and site lines lead there.
    private static bool OnlyOfSites(StudyField field) =>
        field.Kind == FieldKind.GeoPoint || field == StudyFields.LocationFacility;

    private static int LengthGroupOf(StudyField field) =>
        CoreTexts.Contains(field) ? CoreLength
        : CriteriaTexts.Contains(field) ? CriteriaLength
        : AreaTexts.Contains(field) ? ProtocolLength
        : OtherLength;
}
