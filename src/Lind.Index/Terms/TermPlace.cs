namespace Lind.Index.Terms;

/// <summary>Where a term's postings stand.</summary>
/// <param name="Rows">How many rows hold the term.</param>
/// <param name="PostingsOffset">Within the table's postings.</param>
/// <param name="PostingsLength">In bytes; 0 if there is one row only.</param>
/// <param name="PositionsOffset">Within the table's positions.</param>
/// <param name="PositionsLength">In bytes.</param>
/// <param name="Row">The row, if there is one only.</param>
/// <param name="Profile">Its profile, if there is one row only.</param>
internal readonly record struct TermPlace(
    int Rows, long PostingsOffset, int PostingsLength, long PositionsOffset, int PositionsLength, uint Row, uint Profile);
