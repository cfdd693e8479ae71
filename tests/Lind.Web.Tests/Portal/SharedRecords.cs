using System.IO.Compression;

namespace Lind.Web.Tests.Portal;

/// <summary>Real records beside the checkout, one JSON record a line.</summary>
internal static class SharedRecords
{
    public static IEnumerable<string> Lines(string gzipPath, params string[] nctIds)
    {
        using var zip = new GZipStream(File.OpenRead(gzipPath), CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        var found = 0;
        while (found < nctIds.Length && reader.ReadLine() is { } line)
        {
            if (nctIds.Any(id => line.Contains($"\"nctId\":\"{id}\"", StringComparison.Ordinal) && line.IndexOf(id, StringComparison.Ordinal) < 200))
            {
                found++;
                yield return line;
            }
        }
    }
}
