using System.CommandLine;
using System.Globalization;
using Lind.Registry;
using Lind.Search.Similarity;

namespace Lind.Cli.Commands;

/// <summary><c>lind related NCTID...</c>: trials like one study, like several, or like a draft.</summary>
internal static class RelatedCommand
{
    private static readonly Argument<string[]> Ids = new("NCTID")
    {
        Description = "The study, or several: trials like all of them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<FileInfo> LikeFile = new("--like-file")
    {
        Description = "A draft of a protocol or a summary, as plain text.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Recruiting = new("--recruiting") { Description = "Only recruiting studies." };
    private static readonly Option<bool> WithResults = new("--with-results") { Description = "Only studies with results." };

    private static readonly Option<string[]> Phases = new("--phase")
    {
        Description = "Only this phase, such as PHASE2; may be given again.",
        HelpName = "PHASE",
    };

    private static readonly Option<SponsorChoice> Sponsor = new("--sponsor")
    {
        Description = "Only studies of the same lead sponsor, or only of others.",
    };

    private static readonly Option<string> Near = new("--near")
    {
        Description = "Only studies with a site within some miles of a place, in degrees north and east.",
        HelpName = "LAT,LON,MILES",
    };

    public static Command Create()
    {
        var (data, json) = (CommandOptions.Data(), CommandOptions.Json());
        var limit = CommandOptions.Limit(10, RelatedRequest.MaximumLimit);
        var command = CommandOptions.Command(
            "related", "Find the studies related to a study, to several, or to a text, with reasons.",
            "lind related NCT04325594 --recruiting --limit 5");
        command.Add(Ids);
        foreach (var option in new Option[] { data, json, limit, LikeFile, Recruiting, WithResults, Phases, Sponsor, Near })
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = Read(parsed) with { Limit = parsed.GetValue(limit) };
            await using var registry = DataFolder.Open(parsed.GetValue(data)!);
            await DataFolder.CatchUpAsync(registry, parsed.InvocationConfiguration.Error, cancellationToken).ConfigureAwait(false);
            request = request with { NctIds = await CurrentAsync(registry, request.NctIds, cancellationToken) };
            var answer = Find(registry, request, cancellationToken);
            RelatedOutput.Write(request, answer, parsed.GetValue(json), parsed.InvocationConfiguration.Output);
            return ExitCodes.Done;
        });
        return command;
    }

    private static RelatedRequest Read(ParseResult parsed)
    {
        var ids = (parsed.GetValue(Ids) ?? []).Select(id => DataFolder.ParseId(id).ToString()).ToList();
        var text = parsed.GetValue(LikeFile) is { } file ? ReadDraft(file) : null;
        return ids.Count == 0 && string.IsNullOrWhiteSpace(text)
            ? throw new CliException(ExitCodes.Usage, "Give a study or a text: an NCT number or --like-file.")
            : new RelatedRequest
            {
                NctIds = ids,
                Text = text,
                OnlyRecruiting = parsed.GetValue(Recruiting),
                OnlyWithResults = parsed.GetValue(WithResults),
                Phases = parsed.GetValue(Phases) ?? [],
                Sponsor = parsed.GetValue(Sponsor),
                Near = parsed.GetValue(Near) is { } near ? Place(near) : null,
            };
    }

    // No more is read than is compared.
    private static string ReadDraft(FileInfo file)
    {
        try
        {
            using var reader = file.OpenText();
            var text = new char[RelatedRequest.MaximumTextLength];
            return new string(text, 0, reader.ReadBlock(text));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Usage, error.Message);
        }
    }

    private static RelatedPlace Place(string text)
    {
        var parts = text.Split(',');
        var numbers = new double[3];
        for (var i = 0; i < 3; i++)
        {
            if (parts.Length != 3 || !double.TryParse(parts[i], CultureInfo.InvariantCulture, out numbers[i]))
            {
                throw new CliException(ExitCodes.Usage, "--near must be LAT,LON,MILES, such as 52.5,13.4,50.");
            }
        }

        return new RelatedPlace(numbers[0], numbers[1], numbers[2]);
    }

    private static async Task<IReadOnlyList<string>> CurrentAsync(
        StudyRegistry registry, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var current = new List<string>();
        foreach (var id in ids)
        {
            var lookup = await registry.FindAsync(DataFolder.ParseId(id), cancellationToken).ConfigureAwait(false);
            current.Add((lookup.MovedTo ?? DataFolder.ParseId(id)).ToString());
        }

        return current;
    }

    private static RelatedAnswer Find(StudyRegistry registry, RelatedRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = registry.FindRelated(request, cancellationToken);
            return answer.Unknown.Count == 0
                ? answer
                : throw new CliException(ExitCodes.NotAll, $"NCT number {answer.Unknown[0]} not found");
        }
        catch (ArgumentException refused)
        {
            throw new CliException(ExitCodes.Usage, refused.Message);
        }
    }
}
