using Lind.Index.Queries;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Areas;

/// <summary>Where a term is looked for: a search area, a field, or a structure with all below it.</summary>
internal sealed class SearchScope
{
    // Lengths damp little: fields are weighted already, and registry texts differ in length by custom, not by topic.
    private const float LengthDamping = 0.35f;
    private const float Saturation = 1.2f;

    private SearchScope(string name, StudyField? field, IReadOnlyList<ScopeField> fields)
    {
        Name = name;
        Field = field;
        Fields = fields;
        var lengthGroup = fields.Any(part => part.Field == StudyFields.BriefSummary)
            ? StudySchema.ProtocolLength
            : StudySchema.CoreLength;
        DocumentText = Weights(fields, StudySchema.TextOf, lengthGroup);
        DocumentSynonymText = Weights(fields.Where(part => part.HasSynonyms), StudySchema.TextOf, lengthGroup);
        CountryText = Weights(fields.Where(part => field is null && part.Field == StudyFields.LocationCountry
            && fields.All(other => !other.HasSynonyms)), StudySchema.TextOf, lengthGroup);
        SiteText = Weights(fields, StudySchema.SiteTextOf, -1);
    }

    /// <summary>The area's or piece's name.</summary>
    public string Name { get; }

    /// <summary>The field when the scope is a single one (a structure too); null for areas.</summary>
    public StudyField? Field { get; }

    /// <summary>The leaves searched.</summary>
    public IReadOnlyList<ScopeField> Fields { get; }

    /// <summary>The text fields among documents.</summary>
    public FieldWeights DocumentText { get; }

    /// <summary>Those of them that match synonyms too.</summary>
    public FieldWeights DocumentSynonymText { get; }

    /// <summary>In the area of places the country: what other spellings of a country's name are looked for in. Empty
    /// elsewhere: the registry's areas with synonyms have their own, and a single field means just what was typed.</summary>
    public FieldWeights CountryText { get; }

    /// <summary>The text fields among sites.</summary>
    public FieldWeights SiteText { get; }

    /// <summary>The scope of an area.</summary>
    public static SearchScope Of(SearchArea area) => new(area.Name, null,
        [.. area.Fields.Select(pair => new ScopeField(pair.Field, (float)pair.Part.Weight, pair.Part.HasSynonyms))]);

    /// <summary>The scope of a field or of all leaves below a structure.</summary>
    public static SearchScope Of(StudyField field) => new(field.Piece, field,
        [.. field.SelfAndDescendants().Where(leaf => leaf.IsLeaf)
            .Select(leaf => new ScopeField(leaf, 1, leaf.HasSynonyms || leaf.Kind == FieldKind.Markup))]);

    /// <summary>An area widened by more fields, under the same name.</summary>
    public SearchScope With(params ReadOnlySpan<ScopeField> more) => new(Name, Field, [.. Fields, .. more]);

    private static FieldWeights Weights(
        IEnumerable<ScopeField> fields, Func<StudyField, int> numberOf, int lengthGroup) => new(
        fields.Where(part => numberOf(part.Field) >= 0)
            .Select(part => KeyValuePair.Create(numberOf(part.Field), part.Weight)),
        lengthGroup, Saturation, LengthDamping);
}

/// <summary>A leaf of a scope.</summary>
/// <param name="Field">The leaf.</param>
/// <param name="Weight">How much a hit counts.</param>
/// <param name="HasSynonyms">Whether synonyms count as hits.</param>
internal readonly record struct ScopeField(StudyField Field, float Weight, bool HasSynonyms);
