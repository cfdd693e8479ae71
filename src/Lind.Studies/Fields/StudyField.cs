using System.Text.RegularExpressions;

namespace Lind.Studies.Fields;

/// <summary>A link to where the registry defines a field.</summary>
/// <param name="Label">What the registry calls the data element.</param>
/// <param name="Url">Where its definition stands.</param>
public sealed record FieldLink(string Label, string Url);

/// <summary>One node of the study record: a leaf that holds values, or a branch that holds other nodes.</summary>
/// <remarks>Immutable; there is one instance per node, so reference equality is field equality.</remarks>
public sealed partial class StudyField
{
    // A data element's full name can be a sentence; a label is what fits before a value.
    private const int LongestLabel = 40;

    private readonly List<StudyField> _children = [];

    internal StudyField(int ordinal, string path, FieldRow row, StudyField? parent)
    {
        Ordinal = ordinal;
        Path = path;
        Name = path[(path.LastIndexOf('.') + 1)..];
        Piece = row.Piece;
        Type = row.Type;
        SourceType = row.SourceType;
        IsEnum = row.Flags.Contains("enum");
        IsNested = row.Flags.Contains("nested");
        HasSynonyms = row.Flags.Contains("synonyms");
        AltPieceNames = row.AltPieces;
        Title = row.Title;
        DedLink = row.Link;
        Rules = row.Rules;
        Description = row.Description;
        Parent = parent;
        IsList = row.Type.EndsWith("[]", StringComparison.Ordinal);
        BaseType = IsList ? row.Type[..^2] : row.Type;
        EnclosingLists = [.. parent?.EnclosingLists ?? [], .. IsList ? [this] : Array.Empty<StudyField>()];
        Kind = KindOf(BaseType, IsEnum, row.SourceType);
        parent?._children.Add(this);
    }

    /// <summary>The field's place in <see cref="FieldCatalogue.All"/>, from 0: good as an array index.</summary>
    public int Ordinal { get; }

    /// <summary>The registry's name of the field in queries and <c>fields=</c>, such as <c>LeadSponsorName</c>.</summary>
    public string Piece { get; }

    /// <summary>Its JSON member name.</summary>
    public string Name { get; }

    /// <summary>The member names from the record's root, joined by dots.</summary>
    public string Path { get; }

    /// <summary>The registry's type name, with <c>[]</c> for a list: <c>text</c>, <c>Phase[]</c>,
    /// <c>PartialDate</c>.</summary>
    public string Type { get; }

    /// <summary><see cref="Type"/> without <c>[]</c>.</summary>
    public string BaseType { get; }

    /// <summary>The registry's source type: <c>TEXT</c>, <c>MARKUP</c>, <c>DATE</c>, <c>STRUCT</c> and so on.</summary>
    public string SourceType { get; }

    /// <summary>What the field holds.</summary>
    public FieldKind Kind { get; }

    /// <summary>Whether it is a JSON array.</summary>
    public bool IsList { get; }

    /// <summary>Whether its values are codes.</summary>
    public bool IsEnum { get; }

    /// <summary>Whether its items are searched as documents of their own (sites).</summary>
    public bool IsNested { get; }

    /// <summary>Whether the registry makes synonyms of its terms.</summary>
    public bool HasSynonyms { get; }

    /// <summary>Older names of the field that requests may use.</summary>
    public IReadOnlyList<string> AltPieceNames { get; }

    /// <summary>The registry's title of the field, where it gives one.</summary>
    public string? Title { get; }

    /// <summary>Where the registry defines the data element, if it does.</summary>
    public FieldLink? DedLink { get; }

    /// <summary>How the value comes about, where the registry says so.</summary>
    public string? Rules { get; }

    /// <summary>What the field means, in our words, where its name does not say it.</summary>
    public string? Description { get; }

    /// <summary>The branch the field belongs to; null for a top one.</summary>
    public StudyField? Parent { get; }

    /// <summary>The members of a branch, in the registry's order.</summary>
    public IReadOnlyList<StudyField> Children => _children;

    /// <summary>The lists on the way from the root to this field, outermost first, the field itself included.</summary>
    public IReadOnlyList<StudyField> EnclosingLists { get; }

    /// <summary>Whether the field holds values rather than other fields.</summary>
    public bool IsLeaf => Kind != FieldKind.Struct;

    /// <summary>The list of codes; null when the field is not coded.</summary>
    public StudyEnum? Enum => IsEnum ? StudyEnums.OfType(BaseType) : null;

    /// <summary>A name for people: the registry's title or data element where it is short, else the piece in words.
    /// </summary>
    public string Label => Title ?? (DedLink is { Label.Length: <= LongestLabel } link ? link.Label : PieceInWords);

    // "PrimaryOutcomeMeasure" reads "Primary outcome measure"; capitals in a row ("NCTId") stay.
    private string PieceInWords => WordStart().Replace(Piece, match => " " + match.Value.ToLowerInvariant());

    /// <summary>The field and everything below it, in the registry's order.</summary>
    public IEnumerable<StudyField> SelfAndDescendants() => _children.SelectMany(child => child.SelfAndDescendants())
        .Prepend(this);

    /// <summary>The piece.</summary>
    public override string ToString() => Piece;

    [GeneratedRegex("(?<=[a-z])[A-Z](?=[a-z])")]
    private static partial Regex WordStart();

    private static FieldKind KindOf(string type, bool isEnum, string sourceType) => type switch
    {
        _ when isEnum => FieldKind.Enum,
        _ when sourceType == "STRUCT" => FieldKind.Struct,
        "text" => FieldKind.Text,
        "markup" => FieldKind.Markup,
        "boolean" => FieldKind.Boolean,
        "integer" or "long" => FieldKind.Integer,
        "number" => FieldKind.Number,
        "PartialDate" or "NormalizedDate" => FieldKind.Date,
        "DateTimeMinutes" => FieldKind.DateTime,
        "NormalizedTime" => FieldKind.Time,
        "GeoPoint" => FieldKind.GeoPoint,
        _ => throw new InvalidDataException($"The catalogue has a type without a meaning: {type}"),
    };
}
