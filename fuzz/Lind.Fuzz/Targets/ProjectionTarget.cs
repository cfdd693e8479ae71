using System.Buffers;
using System.Text;
using Lind.Studies.Json;

namespace Lind.Fuzz.Targets;

/// <summary>Field lists as requests name them, and the projection of a whole record against the record.</summary>
/// <remarks>The first line of an input is the field list, the rest the record.</remarks>
internal sealed class ProjectionTarget : FuzzTarget
{
    private static readonly string[] Lists =
    [
        "NCTId,BriefTitle", "protocolSection.statusModule", "LocationCity|LocationCountry", "BasicSearch", "hasResults",
        "OutcomeMeasure", "derivedSection.conditionBrowseModule.meshes.term",
    ];

    public override string Name => "projection";

    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        .. SampleFiles.Studies.Take(30).Select((study, i) =>
            (byte[])[.. Encoding.UTF8.GetBytes(Lists[i % Lists.Length]), (byte)'\n', .. study]),
    ];

    public override IReadOnlyList<string> Tokens => ["NCTId", ".", ",", "|", "Phase", "Location", "{", "]"];

    public override void Run(byte[] input)
    {
        var end = Array.IndexOf(input, (byte)'\n');
        var study = end < 0 ? input : input[(end + 1)..];
        if (!StudyHead.Read(study).Success)
        {
            return;
        }

        var all = Write(FieldProjection.All, study);
        Demand(JsonEquality.Equal(study, all), "everything is not everything");
        var names = Encoding.UTF8.GetString(input, 0, Math.Max(0, end)).Split(',', '|');
        if (FieldProjection.Parse(names).TryGet(out var projection))
        {
            var once = Write(projection, study);
            using var document = System.Text.Json.JsonDocument.Parse(once);
            Demand(once.AsSpan().SequenceEqual(Write(projection, once)), "a projection of itself differs");
        }
    }

    private static byte[] Write(FieldProjection projection, byte[] study)
    {
        var buffer = new ArrayBufferWriter<byte>();
        projection.Write(study, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
