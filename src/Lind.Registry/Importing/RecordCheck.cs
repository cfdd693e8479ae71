using Lind.Store;
using Lind.Studies;
using Lind.Studies.Json;
using Lind.Studies.Xml;

namespace Lind.Registry.Importing;

/// <summary>Looks into a record: valid as a whole, and what the store must know of it. Safe for several threads.</summary>
internal static class RecordCheck
{
    // In compact JSON the quotes make it a member's name: inside a text they would be escaped.
    private static ReadOnlySpan<byte> StampName => "\"miscInfoModule\":{\"versionHolder\":\""u8;

    /// <summary>Either the study or why it is set aside.</summary>
    public static (IncomingStudy? Study, RejectedRecord? Rejected) Check(in SourceRecord record)
    {
        if (record.Problem is not null)
        {
            return (null, record.Reject(record.Problem));
        }

        var json = record.Bytes;
        if (record.Form == StudyForm.Xml)
        {
            var conversion = StudyXml.Convert(record.Bytes);
            if (!conversion.Succeeded)
            {
                return (null, record.Reject(conversion.Failure!));
            }

            json = conversion.Json.ToArray();
        }

        var head = StudyHead.Read(json);
        return head.TryGet(out var found)
            ? (ToIncoming(found, record.Form, CompactJson.Of(json)), null)
            : (null, record.Reject(head.Error!));
    }

    private static IncomingStudy ToIncoming(StudyHead head, StudyForm form, byte[] json)
    {
        var stampOffset = json.AsSpan().IndexOf(StampName);
        DateOnly? stamp = null;
        if (stampOffset >= 0)
        {
            stampOffset += StampName.Length;
            stamp = json.AsSpan(stampOffset).IndexOf((byte)'"') == StudyStamp.Length
                ? StudyStamp.Parse(json.AsSpan(stampOffset, StudyStamp.Length))
                : null;
        }

        var offset = stamp is null ? -1 : stampOffset;
        var updated = DayOf(head.LastUpdatePostDate) ?? DayOf(head.LastUpdateSubmitDate) ?? DayOf(head.StatusVerifiedDate);
        var rank = new StudyRank(updated, form, stamp);
        return new IncomingStudy(
            head.NctId, json, new KnownVersion(ContentHash.Of(json, offset), rank), offset, head.Aliases);
    }

    // A month or a year counts from its first day.
    private static DateOnly? DayOf(PartialDate date) => date.IsDate ? date.Range.First : null;
}
