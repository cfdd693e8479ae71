using System.Globalization;
using Lind.Store;

namespace Lind.Registry.Importing;

/// <summary>What a source gave: the bytes of one record, not yet looked into, or the reason why there are none.</summary>
internal readonly record struct SourceRecord(
    string Source, SourcePosition Position, StudyForm Form, byte[] Bytes, string? Problem, long RawLength)
{
    public static SourceRecord Of(string source, SourcePosition position, StudyForm form, byte[] bytes) =>
        new(source, position, form, bytes, null, bytes.Length);

    /// <summary>One rejected record. <paramref name="raw"/> is cut to what is kept.</summary>
    public static SourceRecord Broken(
        string source, SourcePosition position, string problem, ReadOnlySpan<byte> raw, long rawLength) =>
        new(source, position, StudyForm.V2, raw[..Math.Min(raw.Length, RejectedRecord.MaxRawBytes)].ToArray(),
            problem, rawLength);

    public RejectedRecord Reject(string reason) => new(
        Source, Position.ToString(), reason, RawLength,
        Bytes.Length <= RejectedRecord.MaxRawBytes ? Bytes : Bytes[..RejectedRecord.MaxRawBytes]);
}

/// <summary>Where a record is in its source. Text only when somebody asks: most records are never rejected.</summary>
internal readonly record struct SourcePosition(string Unit, long Number)
{
    public static SourcePosition Whole => default;

    public static SourcePosition Line(long number) => new("line", number);

    public static SourcePosition Record(long number) => new("record", number);

    public override string ToString() =>
        Unit is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{Unit} {Number}");
}
