using System.Text.RegularExpressions;
using Lind.TestKit;

namespace Lind.Architecture.Tests;

/// <summary>One hand-written C# file of the checkout.</summary>
/// <param name="Path">Its path from the root, with forward slashes.</param>
/// <param name="Lines">Its lines.</param>
public sealed partial record SourceFile(string Path, string[] Lines)
{
    /// <summary>The namespaces that the file names in <c>using</c> lines.</summary>
    public IEnumerable<string> Usings =>
        Lines.Select(line => UsingLine().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);

    /// <summary>Every hand-written C# file below a folder of the checkout.</summary>
    public static IEnumerable<SourceFile> Below(params string[] folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => (Full: path, Short: System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')))
            .Where(file => !BuildOutput().IsMatch(file.Short) && !file.Short.EndsWith(".g.cs", StringComparison.Ordinal))
            .OrderBy(file => file.Short, StringComparer.Ordinal)
            .Select(file => new SourceFile(file.Short, File.ReadAllLines(file.Full)));

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?([\w.]+)\s*;")]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"(^|/)(bin|obj|artifacts)/")]
    private static partial Regex BuildOutput();
}
