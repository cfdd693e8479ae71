namespace Lind.Cli;

/// <summary>What the program ends with; scripts rely on these.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Finished, but not everything is well: records rejected, study not found, problems found.</summary>
    public const int NotAll = 1;

    public const int Usage = 2;

    public const int CouldNotRun = 3;
}
