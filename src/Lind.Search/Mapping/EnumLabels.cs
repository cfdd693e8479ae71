using System.Text;
using Lind.Studies.Fields;

namespace Lind.Search.Mapping;

/// <summary>The classic labels of codes as UTF-8.</summary>
internal static class EnumLabels
{
    private static readonly (byte[] Code, byte[] Label)[]?[] ByField = FieldCatalogue.All.Select(LabelsOf).ToArray();

    /// <summary>The label of a code in a field; null when the code is not in its list.</summary>
    public static byte[]? Of(StudyField field, ReadOnlySpan<byte> code)
    {
        foreach (var (known, label) in ByField[field.Ordinal] ?? [])
        {
            if (code.SequenceEqual(known))
            {
                return label;
            }
        }

        return null;
    }

    private static (byte[] Code, byte[] Label)[]? LabelsOf(StudyField field) => field.Enum?.Values
        .Select(value => (Encoding.UTF8.GetBytes(value.Value), Encoding.UTF8.GetBytes(value.LegacyValueIn(field))))
        .ToArray();
}
