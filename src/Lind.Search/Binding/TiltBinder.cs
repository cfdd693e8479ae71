using Lind.Index.Queries;
using Lind.Index.Schemas;
using Lind.Search.Essie;
using Lind.Search.Mapping;
using Lind.Studies.Fields;

namespace Lind.Search.Binding;

/// <summary><c>TILT[field]</c>: studies with higher values of the field keep more of their score.</summary>
internal static class TiltBinder
{
    private const double Lowest = 0.5;

    // The span of a registry's dates that matter for rank: what lies outside takes the end's factor.
    private static readonly double FirstDay = new DateOnly(2000, 1, 1).DayNumber * 4.0;
    private static readonly double LastDay = new DateOnly(2030, 1, 1).DayNumber * 4.0;

    /// <summary>The child's query with tilted scores.</summary>
    public static Query Bind(TiltExpression tilt, Query child)
    {
        var field = FieldCatalogue.Find(tilt.Field);
        var column = field is null ? -1 : StudySchema.ColumnOf(field);
        if (field is null || column < 0
            || StudySchema.ColumnKindOf(field) is not (ColumnKind.Integer or ColumnKind.Real))
        {
            throw EssieBinder.Error(tilt.NameSpan, EssieMessages.UnknownTiltField(tilt.Field), null);
        }

        return new ColumnFactorQuery(child, column, field.Kind is FieldKind.Date or FieldKind.DateTime ? OfDate : OfNumber);
    }

    private static double OfDate(double value) =>
        double.IsNaN(value) ? Lowest : Lowest + ((1 - Lowest) * Math.Clamp((value - FirstDay) / (LastDay - FirstDay), 0, 1));

    // Numbers span magnitudes: a million counts as the top.
    private static double OfNumber(double value) =>
        double.IsNaN(value) ? Lowest : Lowest + ((1 - Lowest) * Math.Clamp(Math.Log(1 + Math.Max(0, value)) / Math.Log(1e6), 0, 1));
}
