using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Lind.Cli;

/// <summary>The options that several commands share, and how a command's help shows an example.</summary>
internal static class CommandOptions
{
    public const int MaxLimit = 1000;

    /// <summary>A command with its one-line description and the example its help ends with.</summary>
    public static Command Command(string name, string description, string example)
    {
        var command = new Command(name, description);
        var help = new HelpOption();
        help.Action = new HelpWithExample((HelpAction)help.Action!, example);
        command.Add(help);
        return command;
    }

    public static Option<string> Data() => new("--data")
    {
        Description = "The registry's folder. Default: LIND_DATA, else a folder of the user's own.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DataFolder.Default,
    };

    public static Option<bool> Json() => new("--json") { Description = "Answer as JSON, for programs." };

    public static Option<int> Limit(int byDefault, int max = MaxLimit)
    {
        var option = new Option<int>("--limit")
        {
            Description = $"How many at most, 1 to {max}.",
            HelpName = "N",
            DefaultValueFactory = _ => byDefault,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var limit)
                && (limit < 1 || limit > max))
            {
                result.AddError($"--limit must be between 1 and {max}.");
            }
        });
        return option;
    }

    private sealed class HelpWithExample(HelpAction help, string example) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            help.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine($"Example:{Environment.NewLine}  {example}");
            return ExitCodes.Done;
        }
    }
}
