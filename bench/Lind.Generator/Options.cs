using System.Globalization;

namespace Lind.Generator;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(int Studies, ulong Seed, string From, string Out)
{
    public const string Usage =
        "usage: dotnet run --project bench/Lind.Generator -c Release -- "
        + "[--studies 600000] [--seed 1] [--from ../shared/data] --out FILE.zip";

    private const int MostStudies = 10_000_000;

    /// <summary>The options, or null if they make no sense.</summary>
    public static Options? Read(string[] args)
    {
        var found = new Options(600_000, 1, Path.Combine("..", "shared", "data"), "");
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var next = args[i] switch
            {
                "--studies" when int.TryParse(value, CultureInfo.InvariantCulture, out var studies)
                    && studies is > 0 and <= MostStudies => found with { Studies = studies },
                "--seed" when ulong.TryParse(value, CultureInfo.InvariantCulture, out var seed) =>
                    found with { Seed = seed },
                "--from" when value.Length > 0 => found with { From = value },
                "--out" when value.Length > 0 => found with { Out = value },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            found = next;
        }

        return found.Out.Length > 0 ? found : null;
    }
}
