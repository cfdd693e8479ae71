using System.Text.Json;
using Lind.Studies.Fields;

namespace Lind.Studies.Json;

/// <summary>Goes over a record's bytes once and hands every value to a visitor, led by the catalogue.</summary>
/// <remarks>Requires a record that <see cref="StudyHead.Read"/> accepted; on other bytes it fails as a
/// <see cref="JsonException"/> or skips values of the wrong type. Thread-safe.</remarks>
public static class StudyWalker
{
    /// <summary>Hands the values of the wanted fields to the visitor.</summary>
    /// <exception cref="JsonException">The bytes are not a record.</exception>
    public static void Walk<TVisitor>(ReadOnlySpan<byte> utf8, FieldSet wanted, ref TVisitor visitor)
        where TVisitor : IStudyVisitor
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var walk = new Walk<TVisitor>(utf8, wanted, ref visitor);
        try
        {
            walk.Run();
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException(broken.Message, broken);
        }
        finally
        {
            walk.Dispose();
        }
    }

    /// <summary>Hands every value to the visitor.</summary>
    /// <exception cref="JsonException">The bytes are not a record.</exception>
    public static void Walk<TVisitor>(ReadOnlySpan<byte> utf8, ref TVisitor visitor)
        where TVisitor : IStudyVisitor => Walk(utf8, FieldSet.All, ref visitor);
}
