using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>Codes of one of the registry's lists, as a record holds them.</summary>
/// <param name="List">The registry's name of the list.</param>
/// <param name="Values">The codes, in the order of the record.</param>
public sealed record CodeNames(string List, IReadOnlyList<string> Values)
{
    /// <summary>One code; null for none.</summary>
    public static CodeNames? Of<T>(T? code)
        where T : struct, IStudyCode<T> => code is null ? null : new(T.EnumType, [code.Value.Code]);

    /// <summary>Several codes; null for none.</summary>
    public static CodeNames? Of<T>(IReadOnlyList<T>? codes)
        where T : struct, IStudyCode<T> => codes is { Count: > 0 } ? new(T.EnumType, [.. codes.Select(one => one.Code)]) : null;
}
