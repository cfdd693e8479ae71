using Lind.Studies;
using Lind.Web.Portal;

namespace Lind.Web.Tests.Portal;

public sealed class ChartTests
{
    [Fact]
    public void LandscapeLabels_OfNeighbours_TakeAFreeSide()
    {
        var labels = LandscapeLabel.Of([(100, 100, 2, false), (112, 101, 2, false), (300, 100, 1, true)]);

        Assert.Equal(["end", "start", "start"], labels.Select(label => label.Anchor));
        Assert.True(labels[2].Dx > labels[1].Dx, "The ring's number stands outside the ring.");
    }

    [Fact]
    public void MapFrame_NoSites_IsTheWorld() => Assert.Equal(360, MapFrame.Around([]).Width);

    [Fact]
    public void MapFrame_OneTown_ShowsItsSurroundings()
    {
        var frame = MapFrame.Around([new(47.07, 15.44, 1, true, "Graz")]);
        Assert.InRange(frame.Width, 30, 45);
        Assert.InRange(15.44, frame.Left, frame.Left + frame.Width);
        Assert.InRange(-47.07, frame.Top, frame.Top + frame.Height);
    }

    [Fact]
    public void MapFrame_Cluster_LeavesNoDiscOnAnother()
    {
        var random = new Random(3);
        MapSite[] sites = [.. Enumerable.Range(0, 400).Select(number =>
            new MapSite(35 + random.NextDouble() * 30, -10 + random.NextDouble() * 50, 1 + number % 40, number % 2 == 0, $"Town {number}"))];
        var frame = MapFrame.Read("20,0,360")!;

        var clusters = frame.Cluster(sites);

        Assert.Equal(sites.Sum(site => site.Count), clusters.Sum(site => site.Count));
        Assert.All(clusters, one => Assert.True(one.Label.Count(letter => letter == '…') <= 1 && one.Label.Split("; ").Length <= 3, one.Label));
        Assert.All(clusters, one => Assert.DoesNotContain(clusters, other => other != one
            && Math.Pow(one.Longitude - other.Longitude, 2) + Math.Pow(one.Latitude - other.Latitude, 2)
                < Math.Pow(frame.RadiusOf(one) + frame.RadiusOf(other), 2)));
    }

    [Fact]
    public void MapFrame_Cluster_LosesNoSite()
    {
        var random = new Random(7);
        var sites = Enumerable.Range(0, 500).Select(index =>
            new MapSite(random.NextDouble() * 140 - 70, random.NextDouble() * 360 - 180, 1, index % 9 == 0, "x")).ToList();
        var clusters = MapFrame.Around(sites).Cluster(sites);
        Assert.Equal(500, clusters.Sum(cluster => cluster.Count));
        Assert.InRange(clusters.Count, 1, 499);
    }

    [Theory]
    [InlineData(10, 5, 2)]
    [InlineData(0, 5, 1)]
    [InlineData(97, 9, 20)]
    public void Step_IsRound(double range, int count, double step) => Assert.Equal(step, Svg.Step(range, count));

    [Fact]
    public void Forest_RatiosAreLogarithmic_AndTextStaysAsPosted()
    {
        var outcome = new OutcomeMeasure
        {
            Analyses =
            [
                new() { ParamType = "Hazard Ratio (HR)", ParamValue = "0.80", CiLowerLimit = "0.60", CiUpperLimit = "1.10" },
                new() { ParamType = "Hazard Ratio (HR)", ParamValue = "0.80", CiLowerLimit = "NA", CiUpperLimit = "1.10" },
                new() { ParamType = "Mean Difference (Net)", ParamValue = "-3", CiLowerLimit = "-5", CiUpperLimit = "-1" },
            ],
        };

        var forests = ForestView.Of(Records.English, outcome);

        Assert.Equal([true, false], forests.Select(forest => forest.IsLog));
        var row = Assert.Single(forests[0].Rows);
        Assert.Equal("0.60", row.LowText);
        Assert.Equal(1.1, forests[0].To);
        Assert.Equal(0, forests[1].To);
    }

    [Fact]
    public void Distance_ViennaToGraz_AsTheMapSays() => Assert.Equal(145, StudySites.Distance(48.2082, 16.3738, 47.0707, 15.4395), 0);

    [Fact]
    public void Timeline_PlannedAndActual_AreToldApart()
    {
        var line = StudyTimelineView.Of(Records.English, Records.View("""
            "statusModule":{"startDateStruct":{"date":"2024-01","type":"ACTUAL"},"completionDateStruct":{"date":"2028","type":"ESTIMATED"}}
            """));
        Assert.Equal([false, true], line.Events.Select(one => one.Planned));
        Assert.True(line.From <= 2024 && line.To >= 2028);
    }
}
