using Lind.Studies;

namespace Lind.Store;

/// <summary>How long a study's current version is, as compact UTF-8 JSON.</summary>
public readonly record struct StudySize(NctId NctId, int Bytes);
