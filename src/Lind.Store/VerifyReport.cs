namespace Lind.Store;

/// <summary>What a full check of the store found.</summary>
/// <param name="Studies">Studies checked.</param>
/// <param name="Versions">Versions checked.</param>
/// <param name="Problems">What is wrong, one sentence each; empty means clean.</param>
public sealed record VerifyReport(long Studies, long Versions, IReadOnlyList<string> Problems)
{
    public bool IsClean => Problems.Count == 0;
}
