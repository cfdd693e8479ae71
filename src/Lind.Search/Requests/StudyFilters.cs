namespace Lind.Search;

/// <summary>The registry's <c>filter.*</c> (or <c>postFilter.*</c>) parameters; all given ones must hold.</summary>
public sealed record StudyFilters
{
    /// <summary>No filter.</summary>
    public static StudyFilters None { get; } = new();

    /// <summary><c>filter.overallStatus</c>: any of these enum values.</summary>
    public IReadOnlyList<string> OverallStatus { get; init; } = [];

    /// <summary><c>filter.geo</c>: <c>distance(lat,lon,N[km|mi])</c>.</summary>
    public string? Geo { get; init; }

    /// <summary><c>filter.ids</c>: any of these NCT ids, in NCTId or NCTIdAlias.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary><c>filter.advanced</c>: an Essie expression without effect on rank.</summary>
    public string? Advanced { get; init; }

    /// <summary><c>filter.synonyms</c>: <c>Area:id</c> pairs, ids from <see cref="SearchDetails"/>. Each switches that
    /// expansion off for that area.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];
}
