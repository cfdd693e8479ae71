namespace Lind.Studies;

/// <summary>Reading lists that a record may leave out.</summary>
public static class Lists
{
    /// <summary>The list, or an empty one when the record has none.</summary>
    public static IReadOnlyList<T> OrEmpty<T>(this IReadOnlyList<T>? list) => list ?? [];
}
