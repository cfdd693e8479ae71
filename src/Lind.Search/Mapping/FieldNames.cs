using System.Text;
using Lind.Studies.Fields;

namespace Lind.Search.Mapping;

/// <summary>Piece names as UTF-8, the terms of <see cref="StudySchema.Present"/>.</summary>
internal static class FieldNames
{
    private static readonly byte[][] Names =
        FieldCatalogue.All.Select(field => Encoding.UTF8.GetBytes(field.Piece)).ToArray();

    /// <summary>The name of the field with this ordinal.</summary>
    public static byte[] Of(int ordinal) => Names[ordinal];
}
