namespace Lind.Web.Portal;

/// <summary>A search in words, for titles and headings: <c>heart failure, in Boston, recruiting</c>.</summary>
public static class SearchSentence
{
    private const int LongestPart = 120;

    /// <summary>The parts asked for, with commas between; <paramref name="named"/>, each says what it is, as
    /// <c>condition heart failure</c>.</summary>
    public static string Of(Words words, SearchQuery query, bool named = false)
    {
        List<string> parts = [];
        foreach (var name in SearchQuery.TextFields.Append("narrative").Where(name => query[name].Length > 0))
        {
            var text = query[name].Length <= LongestPart ? query[name] : query[name][..LongestPart] + "…";
            parts.Add(name == "locn" && query["distance"].Length > 0
                ? words.Say("search.within", query["distance"], text)
                : words.Say((named ? "ask.part." : "search.part.") + name, text));
        }

        foreach (var name in new[] { "city", "state", "country" })
        {
            if (query[name].Length > 0)
            {
                parts.Add(words.Say("search.part.locn", query[name]));
            }
        }

        if (query["ageRange"].Length > 0)
        {
            var (from, to) = query["ageRange"].Split('_', 2) is [var low, var high] ? (low, high) : (query["ageRange"], "");
            parts.Add(AgeOf(words, from.TrimEnd('y'), to.TrimEnd('y')));
        }

        parts.AddRange(ExactFilter.All.Where(filter => query[filter.Name].Length > 0).Select(filter => filter.Label(words, query[filter.Name])));
        parts.AddRange(query.Agg.All.Select(filter => FilterLabel(words, filter.Group, filter.Key)));
        return parts.Count == 0 ? words["search.everything"] : string.Join(words["list.comma"], parts);
    }

    private static string AgeOf(Words words, string from, string to) =>
        from.Length == 0 ? words.Say("search.part.ageTo", to)
        : to.Length == 0 ? words.Say("search.part.ageFrom", from)
        : from == to ? words.Say("search.part.ageAt", from)
        : words.Say("search.part.age", from, to);

    /// <summary>A filter in words, or as it came when the registry has no such key.</summary>
    public static string FilterLabel(Words words, string groupName, string keyName)
    {
        var group = Array.Find(SearchFilters.Groups, one => one.Name == groupName);
        var key = group?.Keys.FirstOrDefault(one => one.Key == keyName);
        return group is null || key is null ? $"{groupName}:{keyName}" : SearchFilters.Label(words, group, key);
    }
}
