using System.Text;
using Lind.Search.Essie;

namespace Lind.Fuzz.Targets;

/// <summary>Query texts: a tree or one error, never both, never neither, never an exception.</summary>
internal sealed class EssieTarget : FuzzTarget
{
    public override string Name => "essie";

    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        .. new[]
        {
            "heart attack", "(head OR neck) AND pain NOT cancer", "AREA[StartDate]RANGE[2020-01, MAX]",
            "SEARCH[Location](AREA[LocationCity]Boston AND AREA[LocationStatus]RECRUITING)", "\"back pain\"", "AREA[Phase]MISSING",
            "EXPANSION[None]COVERAGE[FullMatch]\"a b\"", "DISTANCE[42.3,-71.1,50mi]", "TILT[StudyFirstPostDate]x", "\\MISSING ALL",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public override IReadOnlyList<string> Tokens =>
        ["(", ")", "[", "]", "\"", " AND ", " OR ", " NOT ", "AREA[", "RANGE[", "MIN", "EXPANSION[Term]", "SEARCH[", "\\", "MISSING", ","];

    public override void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var (expression, error) = EssieParser.Parse(text);
        Demand((expression is null) != (error is null), "neither a tree nor an error, or both");
        Demand(error is null || (error.Position >= 0 && error.Length >= 0
            && error.Position + error.Length <= text.Length), "the error points outside the text");
    }
}
