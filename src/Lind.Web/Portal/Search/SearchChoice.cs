namespace Lind.Web.Portal;

/// <summary>One thing that a search asks for, in words, and the same search without it.</summary>
/// <param name="Label">What is asked for.</param>
/// <param name="Without">The search that does not.</param>
public sealed record SearchChoice(string Label, SearchQuery Without)
{
    private const int Longest = 60;
    private static readonly string[] Plain = [.. SearchQuery.TextFields, "narrative", "city", "state", "country"];
    private static readonly string[] Spans = ["ageRange", .. SearchQuery.DateFields.Select(date => date.Name)];

    /// <summary>Everything that a search asks for.</summary>
    public static IReadOnlyList<SearchChoice> Of(Words words, SearchQuery query)
    {
        return
        [
            .. Plain.Where(Has).Select(name => new SearchChoice(Said(name, Place(name)), Less(name))),
            .. Spans.Where(Has).Select(name => new SearchChoice(Said(name, SearchSpan.Of(query[name]).Say(words, name == "ageRange" ? "age" : "date")), Less(name))),
            .. ExactFilter.All.Where(filter => Has(filter.Name)).Select(filter => new SearchChoice(
                $"{words[$"search.facet.{filter.Facet}"]}: {filter.Label(words, query[filter.Name])}", Less(filter.Name))),
            .. query["locStatus"].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(status => new SearchChoice(Said("locStatus", words.Code("Status", status)), Less("locStatus"))),
            .. query.Agg.All.Select(one => new SearchChoice(
                SearchSentence.FilterLabel(words, one.Group, one.Key), query.With(query.Agg.Toggle(one.Group, one.Key)))),
        ];

        bool Has(string name) => query[name].Length > 0;

        string Said(string name, string value) =>
            words.Say("search.choice", words["search.field." + name], value.Length <= Longest ? value : value[..Longest] + "…");

        string Place(string name) =>
            name == "locn" && Has("distance") ? words.Say("search.within", query["distance"], query[name]) : query[name];

        SearchQuery Less(string name) =>
            (name == "locn" ? query.With("distance", "") : query).With(name, "").With(SearchQuery.Question, "");
    }
}
