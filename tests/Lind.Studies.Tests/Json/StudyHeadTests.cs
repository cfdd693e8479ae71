using System.Text;
using System.Text.Json;
using Lind.Studies.Fields;
using Lind.Studies.Json;
using Lind.TestKit;

namespace Lind.Studies.Tests.Json;

public sealed class StudyHeadTests
{
    private const string Id = """{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"MORE}}}""";

    [Fact]
    public void Read_AWholeRecord_GivesItsHead()
    {
        var head = Read("""
            {"protocolSection":{"identificationModule":{"nctId":"NCT00000012","nctIdAliases":["NCT00000007","x"],
            "briefTitle":"A \"quoted\" title"},"statusModule":{"overallStatus":"RECRUITING","lastUpdateSubmitDate":"2021-01-30",
            "lastUpdatePostDateStruct":{"date":"2021-02-03","type":"ACTUAL"}}},"hasResults":false}
            """).Value;

        Assert.Equal("NCT00000012", head.NctId.ToString());
        Assert.Equal([NctId.FromNumber(7)], head.Aliases);
        Assert.Equal("A \"quoted\" title", head.BriefTitle);
        Assert.Equal(OverallStatus.Recruiting, head.OverallStatus);
        Assert.Equal("2021-02-03", head.LastUpdatePostDate.ToString());
        Assert.Equal("2021-01-30", head.LastUpdateSubmitDate.ToString());
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{}", "protocolSection.identificationModule.nctId: missing")]
    [InlineData("{\"a\":1", "not JSON")]
    [InlineData("""{"protocolSection":{"identificationModule":{"nctId":"NCT1"}}}""", "not an NCT number: 'NCT1'")]
    [InlineData("""{"protocolSection":{"identificationModule":{"nctId":"NCT00000000"}}}""", "not an NCT number")]
    [InlineData("""{"protocolSection":{"identificationModule":{"nctId":7}}}""", "nctId: not text")]
    [InlineData("""{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}}} x""", "not JSON")]
    [InlineData("""{"protocolSection":7}""", "protocolSection: not an object")]
    [InlineData("""{"protocolSection":{"conditionsModule":{"conditions":"Asthma"}}}""", "conditions: not a list")]
    [InlineData("""{"protocolSection":{"conditionsModule":{"conditions":[null]}}}""", "conditions: not text")]
    [InlineData("""{"protocolSection":{"designModule":{"enrollmentInfo":{"count":1.5}}}}""", "not a whole number")]
    [InlineData("""{"protocolSection":{"contactsLocationsModule":{"locations":[{"geoPoint":{"lat":"1"}}]}}}""",
        "not a number for each coordinate")]
    [InlineData("""{"hasResults":"yes"}""", "hasResults: not true or false")]
    [InlineData("""{"hasResults":true,"hasResults":true}""", "hasResults: given twice")]
    [InlineData("""{"hasResults":true,"has\u0052esults":true}""", "hasResults: given twice")]
    [InlineData("""{"new":1,"new":2}""", "given twice")]
    [InlineData("""{"protocolSection":{"contactsLocationsModule":{"locations":[{"geoPoint":{"la\ud800":1}}]}}}""",
        "half a surrogate pair")]
    [InlineData("""{"protocolSection":{"contactsLocationsModule":{"locations":[{"geoPoint":{"lat":1.23456789012345678901234567890}}]}}}""",
        "not a number for each coordinate")]
    public void Read_AWrongRecord_FailsWithPathAndReason(string json, string reason) =>
        Assert.Contains(reason, Read(json).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData(""" ,"briefTitle":"\ud800" """)]
    [InlineData(""" ,"x":"\ud800" """)]
    [InlineData(""" ,"x":{"\udc00":1} """)]
    [InlineData(""" ,"x":[["\udc00"]] """)]
    [InlineData(""" ,"brief\ud800Title":"x" """)]
    public void Read_HalfASurrogatePair_Fails(string more) =>
        Assert.Contains("half a surrogate pair", Read(Id.Replace("MORE", more)).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData(""" ,"briefTitle":null,"x":{"y":[1,{"z":null}]} """)]
    [InlineData(""" ,"briefTitle":"\ud83d\ude00 \u0041" """)]
    public void Read_OddButSound_IsTakenByEveryReader(string more)
    {
        var json = Id.Replace("MORE", more);

        Assert.True(Read(json).Success);
        StudyJson.Read(Encoding.UTF8.GetBytes(json));
    }

    [Fact]
    public void Read_NestedTooDeep_Fails() => Assert.Contains("not JSON",
        Read(Id.Replace("MORE", ",\"x\":" + new string('[', 10_000) + new string(']', 10_000))).Error,
        StringComparison.Ordinal);

    [Fact]
    public void Read_BytesThatAreNotUtf8_Fails() => Assert.Equal("not UTF-8",
        StudyHead.Read([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8]).Error);

    [Fact]
    public void Read_EverySharedStudy_IsAccepted() => Assert.All(
        SharedStudies.Lines(SharedStudies.Studies), line => Assert.Null(Read(line).Error));

    [Fact]
    public void Catalogue_EveryBranch_HasFewerThan64Members() =>
        Assert.All(FieldCatalogue.All, field => Assert.InRange(field.Children.Count, 0, 63));

    /// <summary>Whatever the check lets pass, the typed reader takes: one byte of a record changed at random.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_DamagedRecords_PassOnlyIfTheTypedReaderTakesThem(int seed)
    {
        var random = new Random(seed);
        var original = TestStudies.Full;
        var passed = 0;
        for (var round = 0; round < 3000; round++)
        {
            var bytes = Damage(original, random);
            if (StudyHead.Read(bytes).Success)
            {
                passed++;
                StudyJson.Read(bytes);
                var visitor = new CountingVisitor();
                StudyWalker.Walk(bytes, ref visitor);
            }
        }

        Assert.True(passed > 100);
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var bytes = original.ToArray();
        for (var change = random.Next(1, 3); change > 0; change--)
        {
            var at = random.Next(bytes.Length);
            if (random.Next(4) == 0)
            {
                bytes = [.. bytes.AsSpan(0, at), .. bytes.AsSpan(Math.Min(bytes.Length, at + random.Next(20)))];
                at = Math.Min(at, bytes.Length - 1);
            }

            bytes[at] = (byte)(random.Next(3) == 0 ? random.Next(256) : "{}[]\":,\\u0n1-e.t"[random.Next(16)]);
        }

        return bytes;
    }

    private static ParseResult<StudyHead> Read(string json) => StudyHead.Read(Encoding.UTF8.GetBytes(json));
}
