using System.Security;
using System.Text;
using System.Text.Json;
using Lind.Studies.Xml;

namespace Lind.Fuzz.Targets;

/// <summary>Text blocks of XML records: mapped to markup and shown, no letter is lost.</summary>
internal sealed class XmlTextTarget : FuzzTarget
{
    public override string Name => "xml-text";

    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        .. new[]
        {
            "\n        Inclusion Criteria:\n\n          -  one that\n             goes on\n\n               -  inner\n\n          1. first\n      ",
            "\n      -  a\n\n        -  b\n    ", "plain text & <more> 5*3 [x] ^2 _y_", "9. a\n10. b\n\n  c",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public override IReadOnlyList<string> Tokens => ["\n", "\n\n", "          -  ", "1. ", "     ", "*", "\\", "<", "&", "_", "~"];

    public override void Run(byte[] input)
    {
        var text = new string([.. Encoding.UTF8.GetString(input).Where(letter => letter is '\n' or (>= ' ' and < '\ud800'))]);
        var xml = "<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info><brief_summary><textblock>"
            + SecurityElement.Escape(text) + "</textblock></brief_summary></clinical_study>";
        var conversion = StudyXml.Convert(Encoding.UTF8.GetBytes(xml));
        Demand(conversion.Succeeded, conversion.Failure ?? "");
        using var study = JsonDocument.Parse(conversion.Json);
        var markup = study.RootElement.GetProperty("protocolSection").TryGetProperty("descriptionModule", out var module)
            ? module.GetProperty("briefSummary").GetString()! : "";
        Demand(Letters(text) == Letters(markup), "the markup has other letters");
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter));
}
