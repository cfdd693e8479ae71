using System.IO.Compression;
using Lind.TestKit;

namespace Lind.Studies.Tests;

/// <summary>The real records beside the checkout.</summary>
internal static class SharedStudies
{
    public const string Studies = "studies-v2.ndjson.gz";

    /// <summary>The lines of a compressed file of shared data.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = File.OpenRead(Requires.SharedData(file));
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
