using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Lind.Studies.Json;
using Lind.TestKit;

namespace Lind.Studies.Tests.Json;

public sealed class StudyJsonTests
{
    public static TheoryData<string> Records => new(
        """{}""",
        """{"protocolSection":{"identificationModule":{"nctId":"NCT00000001","newMember":[1,{"a":null}]}}}""",
        """{"protocolSection":{"statusModule":{"statusVerifiedDate":"soon","overallStatus":"NEVER_SEEN"}}}""",
        """{"protocolSection":{"statusModule":{"startDateStruct":{"date":"2019-03","type":"ACTUAL"}}}}""",
        """{"protocolSection":{"designModule":{"phases":["PHASE2","PHASE2_5"],"enrollmentInfo":{"count":99999999}}}}""",
        """{"protocolSection":{"conditionsModule":{"conditions":[]}}}""",
        """{"protocolSection":{"contactsLocationsModule":{"locations":[{"geoPoint":{"lat":42.0,"lon":-71.05977}}]}}}""",
        """{"protocolSection":{"eligibilityModule":{"minimumAge":"N/A","maximumAge":"65 Years"}}}""",
        """{"documentSection":{"largeDocumentModule":{"largeDocs":[{"uploadDate":"2024-05-01T13:37"}]}}}""",
        """{"derivedSection":{"miscInfoModule":{"x":{"y":1.50}}},"hasResults":true,"Timestamp":"2020-01-01"}""");

    [Theory, MemberData(nameof(Records))]
    public void Write_WhatWasRead_IsTheSameRecord(string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(StudyJson.Write(StudyJson.Read(Encoding.UTF8.GetBytes(json)))));

    [Theory]
    [InlineData("studies-v2.ndjson.gz", null)]
    [InlineData("study-versions.ndjson.gz", "study")]
    public void Write_EverySharedStudy_IsDeepEqualToWhatWasRead(string file, string? member)
    {
        var count = 0;
        foreach (var line in SharedStudies.Lines(file))
        {
            using var document = JsonDocument.Parse(line);
            var expected = member is null ? document.RootElement : document.RootElement.GetProperty(member);
            var written = StudyJson.Write(StudyJson.Read(Encoding.UTF8.GetBytes(expected.GetRawText())));
            using var actual = JsonDocument.Parse(written);
            Assert.True(JsonElement.DeepEquals(expected, actual.RootElement), $"{file} line {count + 1}");
            count++;
        }

        Assert.True(count > 100);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"protocolSection\":[]}")]
    [InlineData("{\"hasResults\":\"yes\"}")]
    [InlineData("{\"protocolSection\":{\"conditionsModule\":{\"conditions\":\"Asthma\"}}}")]
    [InlineData("{\"protocolSection\":{\"identificationModule\":{\"briefTitle\":\"\\ud800\"}}}")]
    public void Read_WrongShape_FailsAsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => StudyJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Read_NestedTooDeep_FailsAsJsonException()
    {
        var json = "{\"x\":" + new string('[', 10_000) + new string(']', 10_000) + "}";

        Assert.ThrowsAny<JsonException>(() => StudyJson.Read(Encoding.UTF8.GetBytes(json)));
    }
}
