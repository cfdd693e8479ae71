using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Lind.Studies.Json;
using Lind.Studies.Xml;
using Lind.TestKit;

namespace Lind.Studies.Tests.Xml;

/// <summary>All real XML records, and the v2 records of the same studies.</summary>
public sealed class SharedXmlTests
{
    [Fact]
    public void Convert_EverySharedRecord_PassesTheCheckOfTheDoor()
    {
        var count = 0;
        foreach (var (name, conversion) in ConvertAll(_ => true))
        {
            Assert.True(conversion.Succeeded, $"{name}: {conversion.Failure}");
            var head = StudyHead.Read(conversion.Json.Span);
            Assert.True(head.Success, $"{name}: {head.Error}");
            Assert.Equal(name, head.Value.NctId + ".xml");
            count++;
        }

        Assert.Equal(5_951, count);
    }

    /// <summary>The table says what differs; docs/xml-mapping.md says why. Accept a new one as any golden file.</summary>
    [Fact]
    public void Convert_StudiesHeldInBothForms_AgreeAsTheTableSays()
    {
        var agreement = Measure();

        Assert.Equal(15, agreement.Studies);
        Assert.InRange(agreement.ShareOfHoldable, 0.96, 1);
        Golden.Matches(string.Create(CultureInfo.InvariantCulture, $"""
            # XML and v2, field by field
            {agreement.Studies} studies that the shared data holds in both forms with the same last update. "Same" compares all values of
            the field in order. Of the fields that the XML can hold, {agreement.ShareOfHoldable:P1} agree. Reasons: [xml-mapping.md](xml-mapping.md).
            Written by `SharedXmlTests` (`LIND_ACCEPT_GOLDENS=1` takes a new one).


            """) + agreement.Table(), "docs", "xml-agreement.md");
    }

    private static Agreement Measure()
    {
        var agreement = new Agreement();
        var names = Zip().ToHashSet();
        var v2 = SharedStudies.Lines(SharedStudies.Studies).Select(line => JsonDocument.Parse(line))
            .Where(study => names.Contains(IdOf(study) + ".xml")).ToDictionary(IdOf);
        foreach (var (name, conversion) in ConvertAll(name => v2.ContainsKey(Path.GetFileNameWithoutExtension(name))))
        {
            using var mapped = JsonDocument.Parse(conversion.Json);
            var own = v2[Path.GetFileNameWithoutExtension(name)];
            if (Updated(own) == Updated(mapped))
            {
                agreement.Add(own.RootElement, mapped.RootElement);
            }
        }

        return agreement;
    }

    private static IEnumerable<string> Zip()
    {
        using var zip = ZipFile.OpenRead(Requires.SharedData("studies-xml.zip"));
        return [.. zip.Entries.Select(entry => entry.Name)];
    }

    private static IEnumerable<(string Name, XmlConversion Conversion)> ConvertAll(Func<string, bool> wanted)
    {
        using var zip = ZipFile.OpenRead(Requires.SharedData("studies-xml.zip"));
        foreach (var entry in zip.Entries.Where(entry => wanted(entry.Name)))
        {
            using var stream = entry.Open();
            yield return (entry.Name, StudyXml.Convert(stream));
        }
    }

    private static string IdOf(JsonDocument study) => study.RootElement.GetProperty("protocolSection")
        .GetProperty("identificationModule").GetProperty("nctId").GetString()!;

    /// <summary>The submission date: every record has it, also those of before posting dates.</summary>
    private static string Updated(JsonDocument study) => study.RootElement.GetProperty("protocolSection")
        .GetProperty("statusModule").GetProperty("lastUpdateSubmitDate").GetString()!;
}
