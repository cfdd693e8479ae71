using Lind.Index.Queries;
using Lind.Search.Areas;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Binding;

/// <summary>Whether fields have a value: the ground of <c>MISSING</c>.</summary>
internal static class PresenceBinder
{
    /// <summary>Studies (or sites) with a value in any field of the context's scope.</summary>
    public static Query Any(BindingContext context) =>
        context.Scope.Field is { IsLeaf: false } branch
            ? OfBranch(branch)
            : new OrQuery(context.Scope.Fields.Select(part => Of(part.Field, context.InSite)).ToArray());

    /// <summary>Studies (or sites) with a value in a leaf.</summary>
    public static Query Of(StudyField field, bool inSite)
    {
        var text = inSite ? StudySchema.SiteTextOf(field) : StudySchema.TextOf(field);
        var column = inSite ? StudySchema.SiteColumnOf(field) : StudySchema.ColumnOf(field);
        return text >= 0 ? new FieldExistsQuery(text)
            : column >= 0 ? new ColumnExistsQuery(column)
            : !inSite && StudySchema.SiteColumnOf(field) >= 0
                ? new NestedQuery(StudySchema.Sites, new ColumnExistsQuery(StudySchema.SiteColumnOf(field)))
            : Query.None;
    }

    private static TermQuery OfBranch(StudyField branch) =>
        new(new Term(FieldNames.Of(branch.Ordinal)), PresentField);

    private static readonly FieldWeights PresentField = new(StudySchema.Present);
}
