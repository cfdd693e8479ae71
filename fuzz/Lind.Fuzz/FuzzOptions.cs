using System.Globalization;

namespace Lind.Fuzz;

/// <summary>What the command line asks for.</summary>
/// <param name="Target">One target's name, or null for all, which then share the time.</param>
/// <param name="Input">A saved input to run once instead of mutating.</param>
internal sealed record FuzzOptions(string? Target, TimeSpan Time, int Seed, string? Input, string Save)
{
    public const string Usage = "usage: dotnet run --project fuzz/Lind.Fuzz -c Release -- "
        + "[--target NAME] [--seconds 60] [--seed 1] [--input FILE] [--save FOLDER]";

    public static FuzzOptions? Read(string[] args)
    {
        var found = new FuzzOptions(null, TimeSpan.FromSeconds(60), 1, null, ".");
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = args[i + 1];
            FuzzOptions? next = args[i] switch
            {
                "--target" => found with { Target = value },
                "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 =>
                    found with { Time = TimeSpan.FromSeconds(seconds) },
                "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => found with { Seed = seed },
                "--input" => found with { Input = value },
                "--save" => found with { Save = value },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            found = next;
        }

        return args.Length % 2 == 0 && (found.Input is null || found.Target is not null) ? found : null;
    }
}
