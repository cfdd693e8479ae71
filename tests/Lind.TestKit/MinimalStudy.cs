using System.Globalization;
using System.Text;

namespace Lind.TestKit;

/// <summary>The shortest records that are whole: what a test of keeping and importing needs.</summary>
public static class MinimalStudy
{
    /// <param name="number">The digits of the NCT id.</param>
    /// <param name="posted">Last update posted, as in the record.</param>
    /// <param name="stamp">The registry's download stamp; null leaves it out.</param>
    /// <param name="alias">A former id; null for none.</param>
    public static string Json(
        int number, string posted = "2020-01-01", string title = "A study", string? stamp = null, string? alias = null)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"NCT{number:D8}");
        var aliases = alias is null ? "" : $",\"nctIdAliases\":[\"{alias}\"]";
        var derived = stamp is null
            ? ""
            : $",\"derivedSection\":{{\"miscInfoModule\":{{\"versionHolder\":\"{stamp}\"}}}}";
        return $"{{\"protocolSection\":{{\"identificationModule\":{{\"nctId\":\"{id}\"{aliases},\"briefTitle\":\"{title}\"}},"
            + $"\"statusModule\":{{\"lastUpdatePostDateStruct\":{{\"date\":\"{posted}\",\"type\":\"ACTUAL\"}}}}}}{derived},"
            + "\"hasResults\":false}";
    }

    public static byte[] Utf8(int number, string posted = "2020-01-01", string title = "A study") =>
        Encoding.UTF8.GetBytes(Json(number, posted, title));
}
