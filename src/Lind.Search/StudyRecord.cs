using Lind.Studies;

namespace Lind.Search;

/// <summary>One study on its way into the index.</summary>
/// <param name="NctId">The study's own id.</param>
/// <param name="Json">The record: UTF-8 JSON in the API v2 form. Only read during the call.</param>
public readonly record struct StudyRecord(NctId NctId, ReadOnlyMemory<byte> Json);
