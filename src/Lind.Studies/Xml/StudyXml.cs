using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Lind.Studies.Xml.Forms;
using Lind.Studies.Xml.Modules;
using Lind.Studies.Xml.Results;

namespace Lind.Studies.Xml;

/// <summary>Maps a study in the registry's older XML form (<c>clinical_study</c>) to the API v2 JSON form.</summary>
/// <remarks>
/// The result is what the registry would serve for the same content, as far as the XML holds it: labels become codes,
/// written-out dates become ISO dates, wrapped text blocks become the registry's markup. Nothing is looked up or made
/// up: what the XML does not say (MeSH ids, coordinates, identifier types it cannot prove) stays absent; see
/// docs/xml-mapping.md. Document type declarations are not read and entities not expanded, so a file that uses one is
/// refused. Size, depth and attribute count are bounded. Thread safe; never throws on content.
/// </remarks>
public static class StudyXml
{
    /// <summary>The largest XML record that is read: 64 MB. The registry's largest is about 10 MB.</summary>
    public const int MaxBytes = 64 << 20;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Converts one XML document held in memory.</summary>
    public static XmlConversion Convert(ReadOnlyMemory<byte> xml)
    {
        if (xml.Length > MaxBytes)
        {
            return XmlConversion.Refuse($"The XML is larger than {MaxBytes >> 20} MB.");
        }

        using var stream = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(xml, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(xml.ToArray(), writable: false);
        return Convert(stream);
    }

    /// <summary>Converts one XML document read to the end of the stream; the stream stays open.</summary>
    /// <exception cref="IOException">The stream itself cannot be read.</exception>
    public static XmlConversion Convert(Stream xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        XmlNode root;
        try
        {
            root = XmlNodeReader.Read(xml, MaxBytes);
        }
        catch (XmlException fault)
        {
            return XmlConversion.Refuse($"The XML cannot be read: {fault.Message}");
        }
        catch (DecoderFallbackException)
        {
            return XmlConversion.Refuse("The XML is not in the encoding that it declares.");
        }

        return root.Name == "clinical_study"
            ? Map(root)
            : XmlConversion.Refuse($"The XML holds <{root.Name}>, not <clinical_study>.");
    }

    private static XmlConversion Map(XmlNode study)
    {
        if (!NctId.Parse(study.Text("id_info", "nct_id")).Success)
        {
            return XmlConversion.Refuse("The XML holds no NCT id (id_info/nct_id), or a malformed one.");
        }

        var buffer = new ArrayBufferWriter<byte>(16 << 10);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(study, new JsonSink(json));
        }

        return XmlConversion.Of(buffer.WrittenMemory);
    }

    private static void Write(XmlNode study, JsonSink json)
    {
        json.Object(null);
        json.Object("protocolSection");
        IdentificationXml.Write(study, json);
        StatusXml.Write(study, json);
        SponsorsXml.Write(study, json);
        DescriptionXml.WriteOversight(study, json);
        DescriptionXml.Write(study, json);
        DescriptionXml.WriteConditions(study, json);
        DesignXml.Write(study, json);
        ArmsXml.Write(study, json);
        ArmsXml.WriteOutcomes(study, json);
        EligibilityXml.Write(study, json);
        ContactsXml.Write(study, json);
        ReferencesXml.Write(study, json);
        ReferencesXml.WriteIpdSharing(study, json);
        json.End();
        var results = study.Child("clinical_results");
        var era = Era.Of(study);
        if (results is not null)
        {
            json.Object("resultsSection");
            FlowXml.Write(results, json);
            BaselineXml.Write(results, era, json);
            OutcomeMeasuresXml.Write(results, era, json);
            AdverseEventsXml.Write(results, json);
            MoreInfoXml.Write(results, json);
            json.End();
        }

        PendingResultsXml.WriteAnnotation(study, json);
        DerivedXml.WriteDocuments(study, json);
        DerivedXml.Write(study, json);
        json.Boolean("hasResults", results is not null);
        json.End();
    }
}
