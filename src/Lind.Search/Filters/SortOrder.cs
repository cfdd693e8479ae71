using Lind.Index.Collectors;
using Lind.Index.Schemas;
using Lind.Search.Areas;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Filters;

/// <summary><c>sort</c>: up to two of <c>Field[:asc|desc]</c> or <c>@relevance</c>.</summary>
/// <param name="Keys">Columns to sort by.</param>
internal sealed record SortOrder(IReadOnlyList<SortKey> Keys)
{
    private const int MostKeys = 2;

    /// <summary>Whether hits come by score alone.</summary>
    public bool IsByScore => Keys.Count == 0 || Keys[0] == SortKey.Score;

    /// <summary>Reads the parameter. Dates and relevance descend and numbers ascend unless said otherwise.</summary>
    public static (SortOrder? Order, SearchError? Error) Parse(IReadOnlyList<string> sort)
    {
        if (sort.Count > MostKeys)
        {
            return Fail("Too many sort items: at most 2");
        }

        var keys = new List<SortKey>();
        foreach (var (index, item) in sort.Index())
        {
            var colon = item.LastIndexOf(':');
            var name = (colon < 0 ? item : item[..colon]).Trim();
            var direction = colon < 0 ? "" : item[(colon + 1)..].Trim();
            if (direction is not ("" or "asc" or "desc"))
            {
                return Fail($"Item {index + 1} in parameter `sort` has incorrect format");
            }

            if (name == "@relevance")
            {
                keys.Add(SortKey.Score with { Descending = direction != "asc" });
                continue;
            }

            var (key, error) = KeyOf(name, direction);
            if (key is null)
            {
                return Fail(error!);
            }

            keys.Add(key);
        }

        return (new SortOrder(keys), null);
    }

    private static (SortKey? Key, string? Error) KeyOf(string name, string direction)
    {
        if (ListCounts.Find(name) is { } list)
        {
            return (new SortKey(StudySchema.SizeOf(list), direction == "desc"), null);
        }

        var field = FieldCatalogue.Find(name);
        if (field is null)
        {
            return (null, $"Unknown sort field: {name}");
        }

        var isDate = field.Kind is FieldKind.Date or FieldKind.DateTime;
        var column = field == StudyFields.NCTId ? StudySchema.Number
            : field.IsLeaf && StudySchema.ColumnKindOf(field) is ColumnKind.Integer or ColumnKind.Real
                ? StudySchema.ColumnOf(field) : -1;
        return column < 0
            ? (null, $"Unsupported sort field type: {field.Type}")
            : (new SortKey(column, direction.Length == 0 ? isDate : direction == "desc"), null);
    }

    private static (SortOrder?, SearchError) Fail(string message) => (null, new SearchError("sort", 0, 0, message));
}
