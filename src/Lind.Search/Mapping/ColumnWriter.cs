using Lind.Index.Schemas;
using Lind.Index.Segments;
using Lind.Studies.Json;

namespace Lind.Search.Mapping;

/// <summary>Writes values into columns.</summary>
internal static class ColumnWriter
{
    /// <summary>Writes one value; text that is not of the column's kind is left out, and is then missing.</summary>
    public static void Write(DocumentBuilder builder, int column, in StudyValue value)
    {
        switch (StudySchema.ColumnKindOf(value.Field))
        {
            case ColumnKind.Integer when FieldValues.TryInteger(value.Field, value.Utf8, out var number):
                builder.Integer(column, number);
                break;
            case ColumnKind.Real:
                builder.Real(column, value.Number);
                break;
            case ColumnKind.Keyword:
                builder.Keyword(column, Cut(value.Utf8));
                break;
            case ColumnKind.Point:
                builder.Point(column, value.Latitude, value.Longitude);
                break;
            default:
                break;
        }
    }

    /// <summary>A keyword within bounds: nothing that is counted is so long; a hostile record's is cut for the column,
    /// not for the text.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> value) =>
        value.Length <= DocumentBuilder.MaxKeywordLength ? value : value[..DocumentBuilder.MaxKeywordLength];
}
