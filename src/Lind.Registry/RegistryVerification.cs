using Lind.Store;

namespace Lind.Registry;

/// <summary>What a full check found.</summary>
/// <param name="Store">The records and their history.</param>
/// <param name="IndexProblems">What is wrong with the indexes, one sentence each.</param>
/// <param name="IndexesAreCurrent">False if an import was cut off before its indexes were published; the next import or
/// start of the server makes up for it.</param>
public sealed record RegistryVerification(
    VerifyReport Store, IReadOnlyList<string> IndexProblems, bool IndexesAreCurrent)
{
    public bool IsClean => Store.IsClean && IndexProblems.Count == 0;
}
