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
            parts.Add(words.Say("search.part.age", SearchSpan.Of(query["ageRange"]).Say(words, "age")));
        }

        parts.AddRange(ExactFilter.All.Where(filter => query[filter.Name].Length > 0).Select(filter => filter.Label(words, query[filter.Name])));
        parts.AddRange(query.Agg.All.Select(filter => FilterLabel(words, filter.Group, filter.Key)));
        return parts.Count == 0 ? words["search.everything"] : string.Join(words["list.comma"], parts);
    }

    /// <summary>A filter in words, or as it came when the registry has no such key.</summary>
    public static string FilterLabel(Words words, string groupName, string keyName)
    {
        var group = Array.Find(SearchFilters.Groups, one => one.Name == groupName);
        var key = group?.Keys.FirstOrDefault(one => one.Key == keyName);
        return group is null || key is null ? $"{groupName}:{keyName}" : SearchFilters.Label(words, group, key);
    }
}
