using Lind.Studies.Fields;

namespace Lind.Web.Api.Statistics;

/// <summary>How many items one list field has, as <c>/stats/field/sizes</c> tells it.</summary>
/// <param name="Field">The list.</param>
/// <param name="Sizes">Every size seen with its studies, in any order.</param>
internal sealed record ListFigures(StudyField Field, IReadOnlyList<(int Size, long Studies)> Sizes)
{
    /// <summary>The JSON object.</summary>
    public ReadOnlyMemory<byte> ToJson() => FieldFigures.Json(writer =>
    {
        writer.WriteString("piece", Field.Piece);
        writer.WriteString("field", Field.Path);
        writer.WriteNumber("uniqueSizesCount", Sizes.Count);
        if (Sizes.Count > 0)
        {
            writer.WriteNumber("minSize", Sizes.Min(one => one.Size));
            writer.WriteNumber("maxSize", Sizes.Max(one => one.Size));
        }

        writer.WriteStartArray("topSizes");
        foreach (var (size, studies) in Sizes
            .OrderByDescending(one => one.Studies).ThenBy(one => one.Size).Take(CorpusStatistics.MostValues))
        {
            writer.WriteStartObject();
            writer.WriteNumber("size", size);
            writer.WriteNumber("studiesCount", studies);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
