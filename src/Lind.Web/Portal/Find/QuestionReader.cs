using System.Text.RegularExpressions;
using Lind.Registry;
using Lind.Search;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lind.Web.Portal;

/// <summary>Reads a question typed into the one box as fields of the search form: a condition, a treatment, a sponsor, a
/// place, filters; or leaves it as words. What it decides by are names and counts of this registry, so it decides alike
/// each time.</summary>
public sealed partial class QuestionReader(StudyRegistry registry, Gazetteer gazetteer, Words words)
{
    /// <summary>Longer texts are a patient's description.</summary>
    public const int MostWords = 12;
    private const int MostSplit = 7;
    private const int MostPlaceWords = 5;
    private const string NearbyMiles = "50";

    // A text that is a whole name in one of this many studies that hold its rarest word at all is taken as that name: looked up
    // in a millisecond, where counting it as a phrase in every field takes up to a fifth of a second at 600,000 studies.
    private const int NameShare = 200;

    private static readonly Meaning[] Meanings =
    [
        new("cond", "AREA[Condition]{0} OR AREA[ConditionMeshTerm]{0}", "Condition", "ConditionMeshTerm"),
        new("intr", "AREA[InterventionName]{0} OR AREA[InterventionOtherName]{0} OR AREA[InterventionMeshTerm]{0}", "InterventionName", "InterventionMeshTerm"),
        new("spons", "AREA[LeadSponsorName]{0} OR AREA[CollaboratorName]{0}", "LeadSponsorName", "CollaboratorName"),
        new("locn", "AREA[LocationFacility]{0}"),
        new("id", "AREA[OrgStudyId]{0} OR AREA[SecondaryId]{0} OR AREA[Acronym]{0}"),
    ];

    private readonly QuestionVocabulary _vocabulary = new(words);

    /// <summary>The search that a question is taken to mean; it carries the question along as <c>q</c>.</summary>
    public SearchQuery Read(string question, CancellationToken cancellationToken)
    {
        question = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var said = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (said.Length == 0)
        {
            return SearchQuery.Parse(new QueryCollection(fields));
        }

        fields["q"] = question;
        if (IsExpression().IsMatch(question))
        {
            fields["term"] = question;
        }
        else if (said.Length > MostWords || OfAnAge().IsMatch(question))
        {
            fields["narrative"] = question;
        }
        else
        {
            Take(said, fields, cancellationToken);
        }

        return SearchQuery.Parse(new QueryCollection(fields));
    }

    private void Take(string[] said, Dictionary<string, StringValues> fields, CancellationToken cancellationToken)
    {
        var left = Trimmed(WithoutPlace(WithoutFilters([.. said], fields), fields, cancellationToken));
        if (left.Count > 0)
        {
            TakeTopic(left, fields, cancellationToken);
        }
    }

    // "recruiting asthma trials in children": the filters go to the filters, and a joining word left at an end goes too.
    private List<string> WithoutFilters(List<string> said, Dictionary<string, StringValues> fields)
    {
        List<string> left = [], filters = [];
        for (var at = 0; at < said.Count; at++)
        {
            if (_vocabulary.FilterAt(said, at) is { } found)
            {
                filters.Add(found.Filter);
                at += found.Length - 1;
            }
            else if (_vocabulary.AgeAt(said, at) is { } age)
            {
                fields["ageRange"] = age.Span;
                at += age.Length - 1;
            }
            else if (!_vocabulary.Empty.Contains(said[at]))
            {
                left.Add(said[at]);
            }
        }

        if (filters.Count > 0)
        {
            fields["aggFilters"] = new StringValues([.. filters]);
        }

        return left[..(left.FindLastIndex(word => !IsJoin(word)) + 1)];
    }

    private List<string> Trimmed(List<string> said) =>
        [.. said[..(said.FindLastIndex(word => !IsJoin(word)) + 1)].SkipWhile(IsJoin)];

    private bool IsJoin(string word) => _vocabulary.Place.Contains(word) || _vocabulary.For.Contains(word);

    private List<string> WithoutPlace(List<string> said, Dictionary<string, StringValues> fields, CancellationToken cancellationToken)
    {
        for (var at = said.Count - 2; at >= 0; at--)
        {
            if (_vocabulary.Place.Contains(said[at]) && TakePlace(string.Join(' ', said.Skip(at + 1)), fields, cancellationToken))
            {
                return said[..at];
            }
        }

        if (said.Count == 1 || Best(string.Join(' ', said), Meanings, cancellationToken).Count == 0)
        {
            return WithoutPlaceAtEnd(said, fields);
        }

        return said;
    }

    // "breast cancer Boston": only when the whole means nothing else.
    private List<string> WithoutPlaceAtEnd(List<string> said, Dictionary<string, StringValues> fields)
    {
        for (var length = Math.Min(said.Count, MostPlaceWords); length > 0; length--)
        {
            var name = string.Join(' ', said.Skip(said.Count - length));
            var isTopic = length == said.Count && Best(name, Meanings[..3], default) is { Count: var count }
                && count > (gazetteer.Find(name)?.Sites ?? 0);
            if (!isTopic && IsNameLike(name) && gazetteer.Find(name) is { } place)
            {
                TakePlace(place, fields);
                return said[..^length];
            }
        }

        return said;
    }

    // Two small letters at the end are a word sooner than a region.
    private static bool IsNameLike(string name) => name.Length > 2 || name.All(char.IsAsciiLetterUpper);

    private bool TakePlace(string name, Dictionary<string, StringValues> fields, CancellationToken cancellationToken)
    {
        if (gazetteer.Find(name) is { } place)
        {
            TakePlace(place, fields);
            return true;
        }

        if (Best(name, [Meanings[3]], cancellationToken) is not { Count: > 0 })
        {
            return false;
        }

        fields["locn"] = name;
        return true;
    }

    private static void TakePlace(KnownPlace place, Dictionary<string, StringValues> fields)
    {
        switch (place.Kind)
        {
            case PlaceKind.Country:
                fields["country"] = place.Country;
                break;
            case PlaceKind.State:
                fields["state"] = place.State;
                fields["country"] = place.Country;
                break;
            default:
                fields["locn"] = place.Name;
                fields["distance"] = NearbyMiles;
                break;
        }
    }

    private void TakeTopic(List<string> said, Dictionary<string, StringValues> fields, CancellationToken cancellationToken)
    {
        var whole = string.Join(' ', said);
        if (Best(whole, Meanings, cancellationToken) is { Count: > 0 } best && (best.Field != "locn" || !fields.ContainsKey("locn")))
        {
            fields[best.Field] = whole;
            return;
        }

        if (BestSplit(said, cancellationToken) is { } split)
        {
            fields["cond"] = split.Condition;
            fields[split.Field] = split.Other;
            return;
        }

        fields["term"] = whole;
    }

    // "aspirin for heart failure", "breast cancer pembrolizumab", "Pfizer lung cancer": where both halves are known, one as a
    // condition and the other as a treatment or a sponsor, and a joining word if there is one stands between them.
    private (string Condition, string Field, string Other)? BestSplit(List<string> said, CancellationToken cancellationToken)
    {
        if (said.Count is < 2 or > MostSplit)
        {
            return null;
        }

        var halves = Enumerable.Range(1, said.Count - 1)
            .Select(at => (First: string.Join(' ', Trimmed(said[..at])), Second: string.Join(' ', Trimmed(said[at..]))))
            .Where(one => one.First.Length > 0 && one.Second.Length > 0).ToList();
        return Most(halves, Named) ?? Most(halves, (text, meanings) => Counted(text, meanings, cancellationToken));
    }

    private static (string Condition, string Field, string Other)? Most(
        List<(string First, string Second)> halves, Func<string, Meaning[], (string Field, long Count)> find)
    {
        (string, string, string)? best = null;
        var most = 0L;
        foreach (var (condition, other) in halves.SelectMany(one => new[] { one, (one.Second, one.First) }))
        {
            var count = find(condition, [Meanings[0]]).Count;
            if (count > most && find(other, Meanings[1..3]) is var found && Math.Min(count, found.Count) > most)
            {
                (best, most) = ((condition, found.Field, other), Math.Min(count, found.Count));
            }
        }

        return best;
    }

    private (string Field, long Count) Best(string text, Meaning[] meanings, CancellationToken cancellationToken) =>
        Named(text, meanings) is { Count: > 0 } named ? named : Counted(text, meanings, cancellationToken);

    // What the text is a whole name of; none where it hardly ever is.
    private (string Field, long Count) Named(string text, Meaning[] meanings)
    {
        var use = registry.Search.UseOf(text, [.. meanings.SelectMany(meaning => meaning.Pieces)]);
        var studies = new Queue<long>(use.Studies);
        var best = Weighed(meanings, meaning => meaning.Pieces.Select(_ => studies.Dequeue()).DefaultIfEmpty(0).Max());
        return best.Count * NameShare >= use.AtMost ? best : ("", 0);
    }

    private (string Field, long Count) Counted(string text, Meaning[] meanings, CancellationToken cancellationToken) =>
        Weighed(meanings, meaning => Count(text, meaning, cancellationToken));

    // In doubt a condition is meant: many conditions lend their name to treatments too.
    private static (string Field, long Count) Weighed(Meaning[] meanings, Func<Meaning, long> count)
    {
        var best = ("", 0L);
        foreach (var meaning in meanings)
        {
            var weighed = count(meaning) * (meaning.Field == "cond" ? 2 : 1);
            best = weighed > best.Item2 ? (meaning.Field, weighed) : best;
        }

        return best;
    }

    private long Count(string text, Meaning meaning, CancellationToken cancellationToken)
    {
        var expression = meaning.Expression.Replace("{0}", "EXPANSION[Term]" + Quote.Phrase(text), StringComparison.Ordinal);
        var request = new StudySearchRequest { QueryTerm = expression, PageSize = 0, CountTotal = true };
        return registry.Search.Search(request, cancellationToken).Answer?.TotalCount ?? 0;
    }

    /// <summary>One way to understand a text: the field it goes to, how studies are found by it, the pieces that hold its names.</summary>
    private sealed record Meaning(string Field, string Expression, params string[] Pieces);

    [GeneratedRegex(@"\b(?:AREA|SEARCH|RANGE|COVERAGE|EXPANSION|DISTANCE)\s*\[|\b(?:AND|OR|NOT)\b|""", RegexOptions.CultureInvariant)]
    private static partial Regex IsExpression();

    [GeneratedRegex(@"\b[0-9]{1,3}[\s-]*(?:years?|yrs?|months?)[\s-]*old\b|\b[0-9]{1,3}\s*(?:y/?o|yo)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfAnAge();
}
