using Lind.Studies;

namespace Lind.Search.Patients;

/// <summary>How like a text a study is, by its whole record.</summary>
/// <param name="NctId">The study.</param>
/// <param name="Likeness">0 to 1; comparable among the studies of one text.</param>
public readonly record struct StudyLikeness(NctId NctId, double Likeness);
