namespace Lind.Store;

/// <summary>How recent one version of a study is, among the versions of the same study.</summary>
/// <remarks>
/// Ordered by the registry's own date of the version, then by form (v2 over XML), then by the date the registry stamped
/// on the download (<c>derivedSection.miscInfoModule.versionHolder</c>). An absent date is the oldest. Two versions of
/// equal rank are told apart by reading order only: the one read later is the current one.
/// </remarks>
/// <param name="Updated">Last update posted; for a record without one (XML of before 2017) the day the last update was
/// submitted, else the month in which it was verified.</param>
/// <param name="Form">The form it arrived in.</param>
/// <param name="Stamp">The registry's download stamp.</param>
public readonly record struct StudyRank(DateOnly? Updated, StudyForm Form, DateOnly? Stamp)
    : IComparable<StudyRank>
{
    public int CompareTo(StudyRank other)
    {
        var byDate = Nullable.Compare(Updated, other.Updated);
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
