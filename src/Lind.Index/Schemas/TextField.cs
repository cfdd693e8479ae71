namespace Lind.Index.Schemas;

/// <summary>A text field of a table: a place where tokens stand, as an ordered list of values.</summary>
/// <param name="Name">Unique among the text fields of its table.</param>
/// <param name="LengthGroup">Fields of one group share a document length (the number of their tokens), which long-text
/// damping in ranking uses. From 0 to <see cref="TableSchema.MaxLengthGroups"/> - 1.</param>
/// <param name="IsAside">Whether the field is seldom searched. Positions in such fields are kept behind those of the others, so that
/// a phrase in the others need not read them. They stand last in their table.</param>
public sealed record TextField(string Name, int LengthGroup = 0, bool IsAside = false);
