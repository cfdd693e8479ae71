using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>What the address of a search page says: the whole state of the page. Names are those of the registry's own
/// site; unknown ones are passed over.</summary>
public sealed class SearchQuery
{
    /// <summary>How many studies a page may show.</summary>
    public static readonly int[] Sizes = [10, 25, 50, 100];

    /// <summary>The ways to look at a result.</summary>
    public static readonly string[] Views = ["cards", "table", "map", "charts"];

    /// <summary>The fields that hold words to search for, in the order of the form.</summary>
    public static readonly string[] TextFields =
        ["cond", "term", "intr", "locn", "titles", "outc", "spons", "lead", "id", "patient"];

    /// <summary>The fields that hold a span of dates, <c>from_to</c>, with the piece each one filters.</summary>
    public static readonly (string Name, string Piece)[] DateFields =
    [
        ("start", "StartDate"), ("primComp", "PrimaryCompletionDate"), ("studyComp", "CompletionDate"),
        ("firstPost", "StudyFirstPostDate"), ("resFirstPost", "ResultsFirstPostDate"), ("lastUpdPost", "LastUpdatePostDate"),
    ];

    /// <summary>The field that carries what was typed into the one box.</summary>
    public const string Question = "q";

    /// <summary>The field that carries the numbers of the studies ticked so far.</summary>
    public const string Selection = "ids";

    /// <summary>The field that asks for the counts of every word and its synonyms; not carried on to the next page.</summary>
    public const string WordCounts = "counts";

    // Longer texts are cut: a person types none, and the engine has its own limit on top.
    private const int LongestText = 4000;
    // As deep as the engine goes: ten thousand less its largest page.
    private const int LastOffset = 9_000;

    private static readonly string[] Known =
    [
        .. TextFields, "narrative", "country", "state", "city", "lat", "lng", "distance", "locStatus",
        .. DateFields.Select(field => field.Name), "ageRange", "aggFilters", .. ExactFilter.All.Select(filter => filter.Name),
        "syn", "sort", "view", "limit", "page", "advanced", "map", WordCounts, Question, Selection,
    ];

    // What is shown and how, but not what is searched.
    private static readonly string[] Manner = ["sort", "view", "limit", "page", "advanced", "map", WordCounts, Question, Selection];

    private readonly SortedDictionary<string, string> _values;

    private SearchQuery(SortedDictionary<string, string> values)
    {
        _values = values;
        Agg = AggFilterSet.Parse(values.GetValueOrDefault("aggFilters") ?? "");
    }

    public string this[string name] => _values.GetValueOrDefault(name) ?? "";

    /// <summary>The studies ticked so far, in the order of ticking.</summary>
    public IReadOnlyList<string> Selected => StudySelection.Read(this[Selection]);

    /// <summary>The coded filters: status, phase, sex and so on.</summary>
    public AggFilterSet Agg { get; }

    public int Size => int.TryParse(this["limit"], CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size : Sizes[0];

    /// <summary>The page shown, from 1; never so far that the engine would refuse.</summary>
    public int Page => int.TryParse(this["page"], CultureInfo.InvariantCulture, out var page) && page > 0
        ? Math.Min(page, LastPage) : 1;

    /// <summary>The last page that can be reached by number.</summary>
    public int LastPage => LastOffset / Size + 1;

    public string View => Views.Contains(this["view"]) ? this["view"] : Views[0];

    public bool IsAdvanced => this["advanced"] == "1" || TextFields.Skip(4).Concat(DateFields.Select(date => date.Name))
        .Concat(["narrative", "ageRange", "country", "state", "city", "locStatus"]).Any(name => this[name].Length > 0);

    /// <summary>Whether nothing is asked for: then every study is meant.</summary>
    public bool IsEmpty => Agg.IsEmpty && _values.Keys.All(name => Manner.Contains(name));

    /// <summary>Whether nothing but this field is asked for.</summary>
    public bool IsOnly(string name) => Agg.IsEmpty && _values.Keys.All(one => one == name || Manner.Contains(one));

    public static SearchQuery Parse(IQueryCollection query)
    {
        var values = new SortedDictionary<string, string>(Comparer<string>.Create(
            (a, b) => Array.IndexOf(Known, a).CompareTo(Array.IndexOf(Known, b))));
        foreach (var name in Known)
        {
            var text = query.TryGetValue(name, out var given) ? string.Join(name is "aggFilters" or Selection ? "," : " ", given.OfType<string>()) : "";
            if (name == "locn" && text.Length == 0)
            {
                text = query["locStr"].ToString();
            }

            text = name == Selection ? string.Join(',', StudySelection.Read(text)) : text.Trim();
            if (text.Length > 0)
            {
                values[name] = text.Length <= LongestText ? text : text[..LongestText];
            }
        }

        AddSpans(values, query);
        return new(values);
    }

    /// <summary>The same search with one thing changed; the page starts over. An empty value takes the field out.</summary>
    public SearchQuery With(string name, string value)
    {
        var values = new SortedDictionary<string, string>(_values, _values.Comparer);
        values.Remove("page");
        values.Remove(WordCounts);
        if (value.Length == 0)
        {
            values.Remove(name);
        }
        else
        {
            values[name] = value;
        }

        return new(values);
    }

    /// <summary>The same search with everything that another one says, its filters beside ours.</summary>
    public SearchQuery And(SearchQuery other)
    {
        var both = other._values.Where(pair => pair.Key != "aggFilters")
            .Aggregate(this, (query, pair) => query.With(pair.Key, pair.Value));
        return other.Agg.IsEmpty ? both : both.With(Agg.And(other.Agg.ToString()));
    }

    public SearchQuery With(AggFilterSet filters) => With("aggFilters", filters.ToString());

    /// <summary>The address, with what is asked for in a fixed order, so that one search has one address.</summary>
    public string ToUrl(string path = "/search")
    {
        var url = new StringBuilder(path);
        var mark = '?';
        foreach (var (name, value) in _values)
        {
            url.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }

        return url.ToString();
    }

    /// <summary>The address of what is searched alone, however it is shown: one search, one address.</summary>
    public string ToPlainUrl()
    {
        var plain = this;
        foreach (var name in Manner.Where(name => name != "page"))
        {
            plain = plain.With(name, "");
        }

        return plain.ToUrl();
    }

    /// <summary>The fields a form must carry along so that nothing is lost, but for those it shows itself.</summary>
    public IEnumerable<KeyValuePair<string, string>> Others(params string[] shown) =>
        _values.Where(pair => !shown.Contains(pair.Key) && pair.Key is not ("page" or WordCounts));

    // The form's two date boxes of a field become one span: start_from and start_to make start=from_to.
    private static void AddSpans(SortedDictionary<string, string> values, IQueryCollection query)
    {
        foreach (var name in DateFields.Select(field => field.Name).Append("ageRange"))
        {
            string from = query[name + "_from"].ToString().Trim(), to = query[name + "_to"].ToString().Trim();
            if (!values.ContainsKey(name) && from.Length + to.Length is > 0 and < 60)
            {
                values[name] = $"{from}_{to}";
            }
        }
    }
}
