using Lind.Search.Essie;

namespace Lind.Search.Tests.Essie;

public sealed class EssieParserTests
{
    [Theory]
    [InlineData("heart attack", "heart attack")]
    [InlineData("\"back pain\"", "\"back pain\"")]
    [InlineData("youth OR teen", "(youth | teen)")]
    [InlineData("heart AND attack", "(heart & attack)")]
    [InlineData("bethesda NOT maryland", "(bethesda & !maryland)")]
    [InlineData("(acetaminophen OR aspirin) AND NOT (heart failure OR heart attack)",
        "((acetaminophen | aspirin) & !(heart failure | heart attack))")]
    [InlineData("dizziness AND NOT exhaustion AND stroke", "(dizziness & !exhaustion & stroke)")]
    [InlineData("heart attack OR stroke OR dizziness AND shortness of breath",
        "(heart attack | stroke | (dizziness & shortness of breath))")]
    [InlineData("(head OR neck) AND pain NOT cancer", "((head | neck) & pain & !cancer)")]
    [InlineData("head or neck", "head or neck")]
    [InlineData("COVERAGE[FullMatch]pain", "cov:FullMatch(pain)")]
    [InlineData("COVER[StartsWith]pain", "cov:StartsWith(pain)")]
    [InlineData("EXPANSION[None]SLE", "exp:None(SLE)")]
    [InlineData("EXPANSION[Concept] NOT (exhaustion OR sleep deprivation)",
        "exp:Concept(!(exhaustion | sleep deprivation))")]
    [InlineData("AREA[InterventionName]aspirin", "area:InterventionName(aspirin)")]
    [InlineData("AREA[Location:size]5", "area:Location#(5)")]
    [InlineData("heart attack AND SEARCH[Location](AREA[LocationCity] Bethesda AND AREA[LocationState] Maryland)",
        "(heart attack & in:Location((area:LocationCity(Bethesda) & area:LocationState(Maryland))))")]
    [InlineData("AREA[ResultsFirstPostDate]MISSING", "area:ResultsFirstPostDate(missing)")]
    [InlineData("AREA[ResultsFirstPostDate]RANGE[01/01/2015, MAX]", "area:ResultsFirstPostDate(01/01/2015..)")]
    [InlineData("RANGE[21 years,MAX]", "21 years..")]
    [InlineData("AREA[LocationGeoPoint] DISTANCE[39.0019296, -77.1044561, 25mi]",
        "area:LocationGeoPoint(39.0019296,-77.1044561,25)")]
    [InlineData("TILT[StudyFirstPostDate]\"heart attack\"", "tilt:StudyFirstPostDate(\"heart attack\")")]
    [InlineData("ALL", "all")]
    [InlineData("AREA[Sex]ALL", "area:Sex(all)")]
    [InlineData("\\MISSING data", "MISSING data")]
    [InlineData("\\\"sleep", "\"sleep")]
    [InlineData("\"say \\\"ah\\\"\"", "\"say \"ah\"\"")]
    [InlineData("lung cancer AREA[Phase]PHASE3", "(lung cancer & area:Phase(PHASE3))")]
    [InlineData("AREA[Phase](PHASE2 OR PHASE3)", "area:Phase((PHASE2 | PHASE3))")]
    [InlineData("benzo[a]pyrene", "benzo[a]pyrene")]
    [InlineData("a AND AND b", "(a & b)")]
    [InlineData("NOT NOT a", "!!a")]
    public void Parse_Text_GivesTree(string text, string tree)
    {
        var result = EssieParser.Parse(text);
        Assert.Null(result.Error);
        Assert.Equal(tree, EssieText.Of(result.Expression!));
    }

    [Theory]
    [InlineData("COV[FullMatch]pain", "Unknown operator: COV", 0, "COVERAGE[FullMatch]")]
    [InlineData("COVERAGE[FullMatc]pain", "Invalid coverage: FullMatc", 9, "COVERAGE[FullMatch]")]
    [InlineData("EXPANSION[Term,None]pain", "Invalid expansion: Term,None", 10, null)]
    [InlineData("SEARCH[Site](a)", "Invalid search document: Site", 7, null)]
    [InlineData("\"open", EssieMessages.UnclosedQuote, 0, null)]
    [InlineData("(open", EssieMessages.UnclosedParenthesis, 0, null)]
    [InlineData("shut)", EssieMessages.UnexpectedParenthesis, 4, null)]
    [InlineData("AREA[Phase", EssieMessages.UnclosedBracket, 4, null)]
    [InlineData("a AND", "Expected an expression after AND", 5, null)]
    [InlineData("a OR", "Expected an expression after OR", 4, null)]
    [InlineData("OR a", "Expected an expression before OR", 0, null)]
    [InlineData("AND a", "Expected an expression before AND", 0, null)]
    [InlineData("NOT", "Expected an expression after NOT", 3, null)]
    [InlineData("AREA[Phase]", "Expected an expression after AREA[Phase]", 11, null)]
    [InlineData("AREA[]x", "Expected a parameter in brackets after AREA", 0, null)]
    [InlineData("()", "Expected an expression after (", 1, null)]
    [InlineData("", "Expected an expression after the start", 0, null)]
    [InlineData("RANGE[2015]", EssieMessages.RangeNeedsTwoBounds, 6, null)]
    [InlineData("DISTANCE[1,2]", EssieMessages.DistanceNeedsThree, 9, null)]
    [InlineData("DISTANCE[91,2,5mi]", EssieMessages.BadLatitude, 9, null)]
    [InlineData("DISTANCE[1,2,501mi]", EssieMessages.RadiusTooLarge, 9, null)]
    [InlineData("DISTANCE[1,2,0.5km]", EssieMessages.RadiusTooSmall, 9, null)]
    [InlineData("DISTANCE[1,2,5]", EssieMessages.BadRadius, 9, null)]
    public void Parse_Wrong_SaysWhatAndWhere(string text, string message, int position, string? suggestion)
    {
        var error = EssieParser.Parse(text).Error;
        Assert.NotNull(error);
        Assert.Equal(message, error.Message);
        Assert.Equal(position, error.Position);
        Assert.Equal(suggestion, error.Suggestion);
    }

    [Fact]
    public void Parse_BeyondLimits_IsAnError()
    {
        Assert.Equal(EssieMessages.TextTooLong, EssieParser.Parse(new string('a', 32_769)).Error?.Message);
        Assert.Equal(EssieMessages.TooDeep, EssieParser.Parse(new string('(', 200) + "a" + new string(')', 200)).Error?.Message);
        Assert.Equal(EssieMessages.TooDeep,
            EssieParser.Parse(string.Concat(Enumerable.Repeat("NOT ", 200)) + "a").Error?.Message);
        Assert.Equal(EssieMessages.TooManyClauses,
            EssieParser.Parse(string.Join(" OR ", Enumerable.Repeat("a", 3_000))).Error?.Message);
    }

    [Fact]
    public void Parse_RandomText_NeverThrowsAndSpansStayInside()
    {
        string[] pieces =
        [
            "AREA[", "]", "[", "(", ")", "\"", "\\", "AND", " OR ", "NOT ", " ", "RANGE[", "MIN", ",", "DISTANCE[1,2,3mi]",
            "EXPANSION[None]", "COVERAGE[x]", "SEARCH[Location]", "ALL", "MISSING", "heart", "é", "\u0000", "💊", "TILT[StartDate]",
        ];
        var random = new Random(20260101);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var result = EssieParser.Parse(text);
            Assert.True(result.Expression is null != result.Error is null, text);
            if (result.Error is { } error)
            {
                Assert.InRange(error.Position, 0, text.Length);
                Assert.InRange(error.Position + error.Length, 0, text.Length);
            }
            else
            {
                Assert.InRange(result.Expression!.Span.End, 1, text.Length);
            }
        }
    }
}
