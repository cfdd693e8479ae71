using System.Text;
using Lind.TestKit;

namespace Lind.Store.Tests;

public sealed class ContentHashTests
{
    [Fact]
    public void Of_OtherStampOnly_IsTheSame() =>
        Assert.Equal(Hash(MinimalStudy.Json(1, stamp: "2026-01-01")), Hash(MinimalStudy.Json(1, stamp: "2026-02-02")));

    [Fact]
    public void Of_OtherText_Differs() =>
        Assert.NotEqual(Hash(MinimalStudy.Json(1, title: "a")), Hash(MinimalStudy.Json(1, title: "b")));

    [Fact]
    public void ToBytes_AndBack_IsTheSame()
    {
        var hash = Hash(MinimalStudy.Json(1));

        Assert.Equal(hash, ContentHash.FromBytes(hash.ToBytes()));
        Assert.Equal(32, hash.ToString().Length);
    }

    [Theory]
    [InlineData("2026-02-18", true)]
    [InlineData("2026-02-30", false)]
    [InlineData("2026-2-18x", false)]
    [InlineData("2026-02", false)]
    public void Parse_Stamp_TakesFullDatesOnly(string text, bool taken) =>
        Assert.Equal(taken, StudyStamp.Parse(Encoding.UTF8.GetBytes(text)) is not null);

    [Fact]
    public void Write_Stamp_ReplacesTheOneThatIsThere()
    {
        var json = Encoding.UTF8.GetBytes("x2026-02-18y");

        StudyStamp.Write(json, 1, new DateOnly(2027, 1, 3));

        Assert.Equal("x2027-01-03y", Encoding.UTF8.GetString(json));
    }

    private static ContentHash Hash(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var at = json.IndexOf("versionHolder\":\"", StringComparison.Ordinal);
        return ContentHash.Of(bytes, at < 0 ? -1 : at + "versionHolder\":\"".Length);
    }
}
