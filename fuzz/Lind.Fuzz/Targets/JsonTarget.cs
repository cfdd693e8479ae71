using System.Text.Json;
using Lind.Studies.Json;

namespace Lind.Fuzz.Targets;

/// <summary>The check at the door against the record: what passes is read and written back deep-equal.</summary>
internal sealed class JsonTarget : FuzzTarget
{
    public override string Name => "json";

    public override IReadOnlyList<byte[]> Samples => SampleFiles.Studies;

    public override IReadOnlyList<string> Tokens =>
    [
        "{", "}", "[", "]", ",", ":", "null", "true", "{\"a\":", "[[", "\"nctId\":\"NCT00000001\",", "\"protocolSection\":{",
        "\"hasResults\":false,", "/*", "1.0", "-0", "\"\":\"\",",
    ];

    public override void Run(byte[] input)
    {
        var head = StudyHead.Read(input);
        if (!head.Success)
        {
            Demand(!string.IsNullOrEmpty(head.Error), "refused without a reason");
            ReadOrRefuse(input);
            return;
        }

        var written = StudyJson.Write(StudyJson.Read(input));
        Demand(JsonEquality.Equal(input, written), "written differs from read");
    }

    private static void ReadOrRefuse(byte[] input)
    {
        try
        {
            StudyJson.Read(input);
        }
        catch (JsonException)
        {
            // The one documented way to refuse.
        }
    }
}
