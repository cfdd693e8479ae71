using System.Text.Json;
using Lind.Studies.Fields;
using Lind.TestKit;

namespace Lind.Studies.Tests.Fields;

public sealed class StudyEnumsTests
{
    [Fact]
    public void All_TheRegistrysLists_AreThereWithTheirCodesInOrder()
    {
        using var published = JsonDocument.Parse(
            File.ReadAllBytes(Requires.SharedReference("ctg-oas-v2.schemas.json")));
        var schemas = published.RootElement.GetProperty("schemas");

        Assert.Equal(41, StudyEnums.All.Count);
        Assert.All(StudyEnums.All, list => Assert.Equal(
            schemas.GetProperty(list.Type).GetProperty("enum").EnumerateArray().Select(code => code.GetString()),
            list.Values.Select(value => value.Value)));
    }

    [Fact]
    public void Fields_OfAllLists_AreTheCodedFields() => Assert.Equal(
        FieldCatalogue.All.Where(field => field.IsEnum).Select(field => field.Piece).Order(),
        StudyEnums.All.SelectMany(list => list.Fields).Select(field => field.Piece).Order());

    [Theory]
    [InlineData("Status", "Active, not recruiting", "ACTIVE_NOT_RECRUITING")]
    [InlineData("Status", "active_not_recruiting", "ACTIVE_NOT_RECRUITING")]
    [InlineData("Phase", "phase 2", "PHASE2")]
    [InlineData("DesignAllocation", "N/A", "NA")]
    [InlineData("DateType", "Anticipated", "ESTIMATED")]
    [InlineData("DateType", "Estimate", "ESTIMATED")]
    [InlineData("Sex", "Both", null)]
    public void FindByName_CodeOrClassicLabelInAnyCase_IsFound(string type, string text, string? code) =>
        Assert.Equal(code, StudyEnums.OfType(type).FindByName(text)?.Value);

    [Fact]
    public void LegacyValueIn_AFieldWithAnOtherLabel_IsThatLabel()
    {
        var estimated = StudyEnums.OfType("DateType").Find("ESTIMATED")!;

        Assert.Equal("Anticipated", estimated.LegacyValueIn(StudyFields.StartDateType));
        Assert.Equal("Estimate", estimated.LegacyValueIn(StudyFields.StudyFirstPostDateType));
    }

    [Fact]
    public void LabelOf_ACodeNobodyKnows_IsTheCode() =>
        Assert.Equal("PHASE9", StudyEnums.OfType("Phase").LabelOf("PHASE9"));

    [Fact]
    public void Codes_EveryListHasATypeWhoseMembersAreItsValues()
    {
        var types = typeof(Study).Assembly.GetTypes().Where(type => type.IsValueType && type.GetInterfaces().Any(one =>
            one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IStudyCode<>))).ToList();
        Assert.Equal(41, types.Count);
        foreach (var type in types)
        {
            var list = StudyEnums.OfType((string)type.GetProperty("EnumType")!.GetValue(null)!);
            var members = type.GetProperties().Where(property => property.PropertyType == type)
                .Select(property => property.GetValue(null)!.ToString());
            Assert.Equal(list.Values.Select(value => value.Value), members);
        }
    }

    [Fact]
    public void Label_KnownUnknownAndDefaultCodes_AreShown()
    {
        Assert.Equal("Active, not recruiting", OverallStatus.ActiveNotRecruiting.Label);
        Assert.True(OverallStatus.ActiveNotRecruiting.IsKnown);
        Assert.Equal("ODD", new OverallStatus("ODD").Label);
        Assert.False(new OverallStatus("ODD").IsKnown);
        Assert.Equal("", default(OverallStatus).Label);
        Assert.False(default(OverallStatus).IsKnown);
        Assert.Equal("", default(OverallStatus).ToString());
    }
}
