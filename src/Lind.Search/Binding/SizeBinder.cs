using Lind.Index.Queries;
using Lind.Search.Essie;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Binding;

/// <summary><c>AREA[Field:size]</c>, and the same under the registry's name (<c>AREA[NumArmGroups]</c>): how many items a
/// list has.</summary>
internal static class SizeBinder
{
    /// <summary>The query of a size expression; its operand is a number, a RANGE, MISSING, or any of these joined.</summary>
    public static Query Bind(AreaExpression area, StudyField? list)
    {
        var column = list is null ? -1 : StudySchema.SizeOf(list);
        return column >= 0
            ? Bind(area.Operand, column)
            : throw EssieBinder.Error(area.NameSpan, $"'{area.Name}' is not a list", null);
    }

    private static Query Bind(EssieExpression operand, int column) => operand switch
    {
        OrExpression or => new OrQuery(or.Parts.Select(part => Bind(part, column)).ToArray()),
        AndExpression and => new AndQuery(and.Parts.Select(part => Bind(part, column)).ToArray()),
        NotExpression not => new NotQuery(Bind(not.Operand, column)),
        MissingExpression => new NotQuery(new ColumnExistsQuery(column)),
        AllExpression => Query.All,
        TermExpression term when long.TryParse(term.Text, System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var size) => new IntegerQuery(column, size, size),
        RangeExpression range => new IntegerQuery(
            column, Number(range.Low, range, long.MinValue), Number(range.High, range, long.MaxValue)),
        _ => throw EssieBinder.Error(operand.Span, "A size is a whole number or a RANGE of them", null),
    };

    private static long Number(string? text, RangeExpression range, long open) =>
        text is null ? open
        : EssieParameters.TryNumber(text, out var value) && Math.Abs(value) < 1e15 ? (long)Math.Floor(value)
        : throw EssieBinder.Error(range.Span, $"Invalid number: '{text}'", null);
}
