using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>Removes files that no manifest names any more. What a system cannot remove yet is tried again the next
/// time.</summary>
internal sealed class FileCleaner(IndexDirectory directory)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _protected = [];

    /// <summary>Keeps the files of a segment that is being written.</summary>
    internal void Protect(string segment)
    {
        lock (_lock)
        {
            _protected.Add(segment);
        }
    }

    internal void Unprotect(string segment)
    {
        lock (_lock)
        {
            _protected.Remove(segment);
        }
    }

    internal void RemoveUnused(Manifest manifest, IReadOnlyList<SegmentView> alsoUsed)
    {
        lock (_lock)
        {
            var segments = manifest.Segments.Select(segment => SegmentFiles.NameOf(segment.Number))
                .Concat(alsoUsed.Select(view => view.Reader.Name)).Concat(_protected).ToHashSet();
            var deletes = manifest.Segments
                .Select(segment => SegmentFiles.DeletesOf(SegmentFiles.NameOf(segment.Number), segment.DeletesGeneration))
                .Concat(alsoUsed.Select(view => SegmentFiles.DeletesOf(view.Reader.Name, view.Deletes.Generation)));
            var kept = deletes.Concat(manifest.Attachments.Values).Append(Manifest.FileName).ToHashSet();
            foreach (var file in directory.List().Where(file => !kept.Contains(file) && IsOurs(file)))
            {
                var isDeletes = file.EndsWith(".del", StringComparison.Ordinal);
                if (isDeletes || !segments.Contains(Path.GetFileNameWithoutExtension(file)))
                {
                    directory.TryDelete(file);
                }
            }
        }
    }

    /// <summary>Other files in the folder are not touched.</summary>
    private static bool IsOurs(string file) =>
        file == "manifest.new" || Path.GetExtension(file) is ".seg" or ".trm" or ".pst" or ".pos" or ".col" or ".del" or ".att";
}
