namespace Lind.Store;

/// <summary>How recent one version of a study is, among the versions of the same study.</summary>
/// <remarks>
/// Ordered by the registry's own last update posted date, then by form (v2 over XML), then by the date the registry
/// stamped on the download (<c>derivedSection.miscInfoModule.versionHolder</c>). An absent date is the oldest. Two
/// versions of equal rank are told apart by reading order only: the one read later is the current one.
/// </remarks>
public readonly record struct StudyRank(DateOnly? LastUpdatePosted, StudyForm Form, DateOnly? Stamp)
    : IComparable<StudyRank>
{
    public int CompareTo(StudyRank other)
    {
        var byDate = Nullable.Compare(LastUpdatePosted, other.LastUpdatePosted);
        if (byDate != 0)
        {
            return byDate;
        }

        var byForm = ((int)Form).CompareTo((int)other.Form);
        return byForm != 0 ? byForm : Nullable.Compare(Stamp, other.Stamp);
    }

    public static bool operator <(StudyRank left, StudyRank right) => left.CompareTo(right) < 0;

    public static bool operator >(StudyRank left, StudyRank right) => left.CompareTo(right) > 0;

    public static bool operator <=(StudyRank left, StudyRank right) => left.CompareTo(right) <= 0;

    public static bool operator >=(StudyRank left, StudyRank right) => left.CompareTo(right) >= 0;
}
