using System.Text;
using Lind.Index.Queries;
using Lind.Search.Essie;
using Lind.Search.Mapping;
using Lind.Studies;
using Lind.Studies.Fields;

namespace Lind.Search.Binding;

/// <summary>Terms made of NCT ids only: several ids in one term mean any of them, in any case and with or without
/// leading zeros.</summary>
internal static class NctIdBinder
{
    private static readonly FieldWeights OwnId = new(StudySchema.TextOf(StudyFields.NCTId));
    private static readonly FieldWeights Alias = new(StudySchema.TextOf(StudyFields.NCTIdAlias), 0.9f);

    private static readonly FieldWeights Either = new(
    [
        KeyValuePair.Create(StudySchema.TextOf(StudyFields.NCTId), 1f),
        KeyValuePair.Create(StudySchema.TextOf(StudyFields.NCTIdAlias), 0.9f),
    ]);

    /// <summary>The query of a term of ids in a scope that holds ids; null when the term is something else.</summary>
    public static Query? Bind(TermExpression term, BindingContext context)
    {
        if (context.InSite || IdsOf(term) is not { } ids)
        {
            return null;
        }

        var own = context.Scope.Fields.Any(part => part.Field == StudyFields.NCTId);
        var alias = context.Scope.Fields.Any(part => part.Field == StudyFields.NCTIdAlias);
        return own || alias ? AnyOf(ids, own && alias ? Either : own ? OwnId : Alias) : null;
    }

    /// <summary>Studies with one of the ids as their own or former one.</summary>
    public static Query AnyOf(IEnumerable<NctId> ids) => AnyOf(ids, Either);

    /// <summary>The ids when the whole expression is nothing but ids (joined by OR or side by side); else null.</summary>
    public static IReadOnlyList<NctId>? OnlyIds(EssieExpression expression) => expression switch
    {
        TermExpression term => IdsOf(term),
        OrExpression or => All(or.Parts),
        AndExpression and => All(and.Parts),
        _ => null,
    };

    private static NctId[]? All(IReadOnlyList<EssieExpression> parts)
    {
        var lists = parts.Select(OnlyIds).ToArray();
        return lists.All(list => list is not null) ? lists.SelectMany(list => list!).ToArray() : null;
    }

    private static List<NctId>? IdsOf(TermExpression term)
    {
        var words = term.Text.Split([' ', ',', ';', '|'], StringSplitOptions.RemoveEmptyEntries);
        var ids = new List<NctId>(words.Length);
        foreach (var word in words)
        {
            if (!NctId.ParseRequest(word).TryGet(out var id))
            {
                return null;
            }

            ids.Add(id);
        }

        return ids.Count == 0 ? null : ids;
    }

    private static Query AnyOf(IEnumerable<NctId> ids, FieldWeights fields)
    {
        var queries = ids.Distinct().Select(id => (Query)new TermQuery(
            new Term(Encoding.UTF8.GetBytes(id.ToString().ToLowerInvariant())), fields)).ToArray();
        return queries.Length == 1 ? queries[0] : new OrQuery(queries);
    }
}
