using System.Globalization;
using Lind.Search;
using Lind.Store;

namespace Lind.Web.Api.V2;

/// <summary>Names of the state of the data that an answer was made from, for <c>ETag</c>.</summary>
internal static class Dataset
{
    public static string StateOf(StudySearchAnswer answer) => $"{LindVersion.Text}/{answer.SnapshotId}";

    public static string StateOf(SearchIndex index) => $"{LindVersion.Text}/{index.SnapshotId}";

    /// <summary>The same with what tells one data set from another whose index has come to the same number.</summary>
    public static string CountedState(SearchIndex index) => string.Create(CultureInfo.InvariantCulture,
        $"{StateOf(index)}-{index.StudyCount}-{index.Notes.GetValueOrDefault("storeChange", "0")}");

    /// <summary>A study's own state: it changes only when the record or its stamp does.</summary>
    public static string StateOf(StoredStudy study) => string.Create(CultureInfo.InvariantCulture,
        $"{LindVersion.Text}/{study.NctId}/{study.Seen.UtcTicks:x}-{study.Rank.Stamp?.DayNumber ?? 0:x}-{study.Json.Length:x}");
}
