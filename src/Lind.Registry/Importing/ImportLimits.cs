namespace Lind.Registry.Importing;

/// <summary>How much of a hostile or damaged input the import follows before it gives up on a part of it.</summary>
public sealed record ImportLimits
{
    /// <summary>The longest record taken. The registry's longest are below 10 MB; memory holds several at once.</summary>
    public int MaxRecordBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How far to look for the end of a record that is too long, so that the ones after it are still taken.
    /// Beyond it the rest of the file is given up.</summary>
    public long MaxSkippedBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>How deep a record may nest. The registry's own stay below 16.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Compressed files inside compressed files: a <c>.gz</c> in a <c>.zip</c> is two. Deeper is an
    /// attack, or a mistake.</summary>
    public int MaxContainers { get; init; } = 2;

    /// <summary>White space before the first record; a bomb of blanks must not run for hours.</summary>
    public int MaxLeadingBlanks { get; init; } = 1024 * 1024;

    public static ImportLimits Default { get; } = new();
}
