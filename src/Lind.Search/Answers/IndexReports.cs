namespace Lind.Search;

/// <summary>What building or updating an index did.</summary>
/// <param name="Studies">Studies in the index now.</param>
/// <param name="Written">Records taken in by this call.</param>
/// <param name="Removed">Studies taken out by this call.</param>
/// <param name="SnapshotId">The snapshot now published.</param>
public sealed record IndexBuildReport(long Studies, long Written, long Removed, string SnapshotId);

/// <summary>What checking an index found.</summary>
/// <param name="Problems">One line per problem, with the file's name; empty when all is well.</param>
/// <param name="FilesChecked">Files read in full.</param>
/// <param name="BytesChecked">Bytes read.</param>
public sealed record IndexVerification(IReadOnlyList<string> Problems, int FilesChecked, long BytesChecked);

/// <summary>What an index is made of, for people.</summary>
/// <param name="SnapshotId">The published snapshot.</param>
/// <param name="Studies">Studies in it.</param>
/// <param name="Sites">Sites in it.</param>
/// <param name="Terms">Different terms (of all segments, not merged).</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="Synonyms">Learned synonym groups.</param>
/// <param name="Parts">Name and size of each part, largest first.</param>
public sealed record IndexInspection(
    string SnapshotId, long Studies, long Sites, long Terms, long Bytes, long Synonyms,
    IReadOnlyList<FacetValue> Parts);
