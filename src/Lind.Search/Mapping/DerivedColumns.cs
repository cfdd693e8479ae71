using Lind.Index.Segments;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Search.Mapping;

/// <summary>Columns for facets that no single field gives as it stands.</summary>
internal static class DerivedColumns
{
    /// <summary>Upper ends of the enrollment bands with their names, ascending.</summary>
    private static readonly (double Below, byte[] Name)[] Bands =
    [
        (50, "0-49"u8.ToArray()), (100, "50-99"u8.ToArray()), (500, "100-499"u8.ToArray()),
        (1000, "500-999"u8.ToArray()), (double.PositiveInfinity, "1000+"u8.ToArray()),
    ];

    /// <summary>Writes what derives from one value.</summary>
    public static void Write(DocumentBuilder builder, in StudyValue value)
    {
        if (value.Field == StudyFields.StartDate && value.Utf8.Length >= 4)
        {
            builder.Keyword(StudySchema.StartYear, value.Utf8[..4]);
        }
        else if (value.Field == StudyFields.EnrollmentCount)
        {
            foreach (var (below, name) in Bands)
            {
                if (value.Number < below)
                {
                    builder.Keyword(StudySchema.EnrollmentBand, name);
                    return;
                }
            }
        }
    }
}
