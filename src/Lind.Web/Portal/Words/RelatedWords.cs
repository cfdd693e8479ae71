using System.Globalization;
using System.Text.Json;
using Lind.Search.Similarity;

namespace Lind.Web.Portal;

/// <summary>What two studies share and where they differ, in words: <c>related.says.{kind}</c>.</summary>
public static class RelatedWords
{
    // Sentences whose wording hangs on a number: the last one they name.
    private static readonly HashSet<StatementKind> Counting =
        [StatementKind.Larger, StatementKind.Smaller, StatementKind.StartedEarlier, StatementKind.StartedLater];

    extension(Words words)
    {
        /// <summary>A sentence about two studies.</summary>
        public string Say(RelatedStatement statement)
        {
            var key = "related.says." + JsonNamingPolicy.CamelCase.ConvertName(statement.Kind.ToString());
            var pattern = Counting.Contains(statement.Kind)
                ? words.Form(key, (long)statement.Values.OfType<StatementValue.Number>().Last().Value) : words[key];
            return string.Format(CultureInfo.InvariantCulture, pattern, [.. statement.Values.Select(value => Value(words, value))]);
        }
    }

    private static string Value(Words words, StatementValue value) => value switch
    {
        StatementValue.Names names => words.List(names.Items),
        StatementValue.Codes codes => Codes(words, codes.List, codes.Items),
        StatementValue.Qualities qualities => string.Join(' ', qualities.Items.Select(item => words["related.quality." + item])
            .Concat(qualities.Phases.Count == 0 ? [] : [Codes(words, "Phase", qualities.Phases)])),
        StatementValue.Number number => words.Number(number.Value, number.Value < 10 ? "0.#" : "#,0"),
        StatementValue.Year year => year.Value.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No words for this value."),
    };

    private static string Codes(Words words, string list, IReadOnlyList<string> codes) =>
        string.Join('/', codes.Select(code => words.Within(words.Code(list, code))));
}
