using System.Globalization;
using System.Text;
using Lind.Search.Tests.Serving;
using Lind.TestKit;

namespace Lind.Search.Tests.Specs;

/// <summary>Runs the examples of <c>specs/essie</c> over the sample.</summary>
public sealed class EssieSpecTests(SampleIndex sample) : IClassFixture<SampleIndex>
{
    [Fact]
    public void Examples_FindWhatTheySay()
    {
        var path = Repository.PathOf("specs", "essie", "language.md");
        var text = new StringBuilder();
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append(lines[i]).Append('\n');
            if (lines[i] == "```example")
            {
                var expression = lines[++i];
                text.Append(expression).Append("\n.\n").Append(Answer(expression)).Append("```\n");
                while (lines[i] != "```")
                {
                    i++;
                }
            }
        }

        Golden.Matches(text.ToString(), "specs", "essie", "language.md");
    }

    private string Answer(string expression)
    {
        var (ids, error) = sample.Index.FindAll(new StudySearchRequest { QueryTerm = expression });
        if (error is not null)
        {
            return $"error at {error.Position}: {error.Message}\n{(error.Suggestion is null ? "" : $"did you mean {error.Suggestion}?\n")}";
        }

        const int shown = 8;
        var numbers = string.Join(' ', ids!.Take(shown).Select(id => id.ToString()));
        return ids!.Count == 0 ? "nothing\n"
            : ids.Count <= shown ? numbers + "\n"
            : string.Create(CultureInfo.InvariantCulture, $"{numbers} and {ids.Count - shown} more\n");
    }
}
