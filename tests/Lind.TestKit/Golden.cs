using System.Text;

namespace Lind.TestKit;

/// <summary>Compares an answer with a file of the checkout. <c>LIND_ACCEPT_GOLDENS=1</c> writes the file instead; the
/// difference is then reviewed like any other change.</summary>
public static class Golden
{
    public static void Matches(string actual, params string[] pathInRepository)
    {
        var path = Repository.PathOf(pathInRepository);
        if (Environment.GetEnvironmentVariable("LIND_ACCEPT_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.True(File.Exists(path), $"No golden file {path}; accept with LIND_ACCEPT_GOLDENS=1");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
