namespace Lind.Index.Segments;

/// <summary>A segment that was merged, and where each document of it went (-1: it was deleted).</summary>
internal readonly record struct MergeSource(SegmentReader Reader, int[] NewDocuments);

/// <summary>A merged segment and what it was merged from. Holds the use of its reader that comes with opening it.</summary>
internal sealed record MergeResult(SegmentReader Reader, IReadOnlyList<MergeSource> Sources);
