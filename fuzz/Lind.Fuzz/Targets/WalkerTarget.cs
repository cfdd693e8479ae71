using System.Text.Json;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Fuzz.Targets;

/// <summary>The walker against a plain count of the leaves of known text fields.</summary>
internal sealed class WalkerTarget : FuzzTarget
{
    public override string Name => "walker";

    public override IReadOnlyList<byte[]> Samples => SampleFiles.Studies;

    public override IReadOnlyList<string> Tokens => ["{", "}", "[", "]", "\"conditions\":[", "\"locations\":[{", "null,", "\\n"];

    public override void Run(byte[] input)
    {
        if (!StudyHead.Read(input).Success)
        {
            return;
        }

        var walked = new Conditions();
        StudyWalker.Walk(input, new FieldSet([StudyFields.Condition]), ref walked);
        using var document = JsonDocument.Parse(input);
        Demand(walked.Found.SequenceEqual(Plain(document.RootElement)), "conditions differ from a plain reading");
        StudyWalker.Walk(input, ref walked);
    }

    private static List<string> Plain(JsonElement study)
    {
        foreach (var member in new[] { "protocolSection", "conditionsModule", "conditions" })
        {
            if (study.ValueKind != JsonValueKind.Object || !study.TryGetProperty(member, out study))
            {
                return [];
            }
        }

        return study.ValueKind != JsonValueKind.Array ? []
            : [.. study.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
    }

    private struct Conditions : IStudyVisitor
    {
        public Conditions()
        {
        }

        public List<string> Found { get; } = [];

        public readonly void Value(in StudyValue value)
        {
            if (value.Field == StudyFields.Condition)
            {
                Found.Add(System.Text.Encoding.UTF8.GetString(value.Utf8));
            }
        }

        public readonly void EndList(StudyField list, int count, ReadOnlySpan<int> ordinals)
        {
        }
    }
}
