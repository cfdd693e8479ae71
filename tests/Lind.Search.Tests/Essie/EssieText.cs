using System.Globalization;
using Lind.Search.Essie;

namespace Lind.Search.Tests.Essie;

/// <summary>A tree in one line, for tables of expectations.</summary>
internal static class EssieText
{
    public static string Of(EssieExpression expression) => expression switch
    {
        OrExpression or => $"({string.Join(" | ", or.Parts.Select(Of))})",
        AndExpression and => $"({string.Join(" & ", and.Parts.Select(Of))})",
        NotExpression not => $"!{Of(not.Operand)}",
        AreaExpression area => $"area:{area.Name}{(area.Size ? "#" : "")}({Of(area.Operand)})",
        SearchExpression search => $"in:{search.Document}({Of(search.Operand)})",
        CoverageExpression coverage => $"cov:{coverage.Coverage}({Of(coverage.Operand)})",
        ExpansionExpression expansion => $"exp:{expansion.Expansion}({Of(expansion.Operand)})",
        TiltExpression tilt => $"tilt:{tilt.Field}({Of(tilt.Operand)})",
        TermExpression term => term.Quoted ? $"\"{term.Text}\"" : term.Text,
        RangeExpression range => $"{range.Low}..{range.High}",
        DistanceExpression distance => string.Create(CultureInfo.InvariantCulture,
            $"{distance.Latitude},{distance.Longitude},{distance.RadiusMiles}"),
        MissingExpression => "missing",
        AllExpression => "all",
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };
}
