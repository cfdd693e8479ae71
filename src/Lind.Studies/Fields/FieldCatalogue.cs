using System.Collections.Frozen;

namespace Lind.Studies.Fields;

/// <summary>Every field of the study record: the one list that projection, CSV, index mapping, search areas, metadata
/// and labels are made from.</summary>
/// <remarks>Read once from an embedded table; immutable and thread-safe.</remarks>
public static class FieldCatalogue
{
    private static readonly StudyField[] Fields = Read();

    private static readonly FrozenDictionary<string, StudyField> Paths =
        Fields.ToFrozenDictionary(field => field.Path, StringComparer.Ordinal);

    // COLLABORATOR is an older name of CollaboratorName, Collaborator a piece: the exact case tells them apart.
    private static readonly FrozenDictionary<string, StudyField> ExactPieces = ReadPieces(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, StudyField> Pieces = ReadPieces(StringComparer.OrdinalIgnoreCase);

    /// <summary>All fields, a branch before its members, in the registry's order.</summary>
    public static IReadOnlyList<StudyField> All => Fields;

    /// <summary>The sections and <c>hasResults</c>.</summary>
    public static IReadOnlyList<StudyField> Roots { get; } = [.. Fields.Where(field => field.Parent is null)];

    /// <summary>The fields that hold values.</summary>
    public static IReadOnlyList<StudyField> Leaves { get; } = [.. Fields.Where(field => field.IsLeaf)];

    /// <summary>The field with this piece name or older piece name; null when there is none.</summary>
    /// <remarks>A name in another case is found too, where none fits exactly.</remarks>
    public static StudyField? ByPiece(string name) => ExactPieces.GetValueOrDefault(name) ?? Pieces.GetValueOrDefault(name);

    /// <summary>The field at this path from the root, in exact case; null when there is none.</summary>
    public static StudyField? ByPath(string path) => Paths.GetValueOrDefault(path);

    /// <summary>The field named by piece, older piece name or full path; null when there is none.</summary>
    public static StudyField? Find(string name) => ByPiece(name) ?? ByPath(name);

    private static StudyField[] Read()
    {
        var fields = new List<StudyField>();
        var byPath = new Dictionary<string, StudyField>(StringComparer.Ordinal);
        foreach (var (path, row) in CatalogueData.Fields())
        {
            var dot = path.LastIndexOf('.');
            var field = new StudyField(fields.Count, path, row, dot < 0 ? null : byPath[path[..dot]]);
            fields.Add(field);
            byPath.Add(path, field);
        }

        return [.. fields];
    }

    // A piece name wins over another field's older name.
    private static FrozenDictionary<string, StudyField> ReadPieces(StringComparer names)
    {
        var pieces = Fields.ToDictionary(field => field.Piece, names);
        foreach (var field in Fields)
        {
            foreach (var name in field.AltPieceNames)
            {
                pieces.TryAdd(name, field);
            }
        }

        return pieces.ToFrozenDictionary(names);
    }
}
