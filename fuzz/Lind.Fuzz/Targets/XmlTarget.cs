using Lind.Studies.Json;
using Lind.Studies.Xml;

namespace Lind.Fuzz.Targets;

/// <summary>XML records: refused with a reason, or JSON that passes the check at the door.</summary>
internal sealed class XmlTarget : FuzzTarget
{
    public override string Name => "xml";

    public override IReadOnlyList<byte[]> Samples => SampleFiles.Xml;

    public override IReadOnlyList<string> Tokens =>
    [
        "<a>", "</a>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#0;", "&x;", "<!DOCTYPE a [<!ENTITY x 'y'>]>", "<?p ?>",
        "<nct_id>NCT00000001</nct_id>", "<location>", "<textblock>", "<group group_id=\"O1\">", " xmlns=\"u\"", "January 2001",
    ];

    public override void Run(byte[] input)
    {
        var conversion = StudyXml.Convert(input);
        if (!conversion.Succeeded)
        {
            Demand(!string.IsNullOrEmpty(conversion.Failure), "refused without a reason");
            Demand(conversion.Json.IsEmpty, "refused, and yet a record");
            return;
        }

        var head = StudyHead.Read(conversion.Json.Span);
        Demand(head.Success, $"the mapped record does not pass: {head.Error}");
        StudyJson.Read(conversion.Json.Span);
    }
}
