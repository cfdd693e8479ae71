namespace Lind.TestKit;

/// <summary>What a deeper test needs beyond the .NET SDK. Absent locally: the test is skipped with the reason.
/// Absent under <c>CI=true</c>: the test fails, so that nothing goes untested without anybody noticing.</summary>
public static class Requires
{
    private static bool InCi =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of a file or folder below <c>shared/data</c>, which stands beside the checkout.</summary>
    public static string SharedData(string relativePath)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", relativePath));
        That(Path.Exists(path), $"needs shared/data/{relativePath} beside the checkout");
        return path;
    }

    /// <summary>The path of a file below <c>shared/reference</c>, which stands beside the checkout.</summary>
    public static string SharedReference(string relativePath)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "reference", relativePath));
        That(Path.Exists(path), $"needs shared/reference/{relativePath} beside the checkout");
        return path;
    }

    /// <summary>The path of an installed program, found on PATH under one of the given names.</summary>
    public static string ProgramOnPath(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        That(found is not null, $"needs the program {string.Join(" or ", names)}");
        return found!;
    }

    /// <summary>Goes on if the condition holds; else skips locally and fails in CI.</summary>
    public static void That(bool condition, string reason)
    {
        if (condition)
        {
            return;
        }

        if (InCi)
        {
            Assert.Fail($"CI must have it: {reason}");
        }

        Assert.Skip(reason);
    }
}
