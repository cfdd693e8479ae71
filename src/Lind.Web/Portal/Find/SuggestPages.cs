using Lind.Registry;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>Completions for the one box: conditions, treatments, sponsors and places that begin with what is typed, the
/// most frequent first.</summary>
internal static class SuggestPages
{
    private const int Most = 8;
    private const int LongestPrefix = 100;
    private static readonly string[] Areas = ["query.cond", "query.intr", "query.spons"];

    public static IResult Show(HttpContext context, StudyRegistry registry, Gazetteer gazetteer)
    {
        var prefix = context.Request.Query["q"].ToString().Trim();
        if (prefix.Length is < 2 or > LongestPrefix)
        {
            return Results.Json(new Completions([]));
        }

        var found = Areas.SelectMany(area => registry.Search.Suggest(area, prefix, Most))
            .Select(one => (one.Text, one.Count))
            .Concat(gazetteer.Suggest(prefix, Most / 2).Select(place => (Text: place.Name, Count: (long)place.Sites)));
        return Results.Json(new Completions([.. found.OrderByDescending(one => one.Count)
            // Names as records spell them before bare words of the index.
            .ThenByDescending(one => one.Text.Any(char.IsUpper))
            .DistinctBy(one => one.Text, StringComparer.OrdinalIgnoreCase).Take(Most).Select(one => new Completion(one.Text))]));
    }

    private sealed record Completion(string Value);

    private sealed record Completions(IReadOnlyList<Completion> Suggestions);
}
