namespace Lind.Index.Collectors;

/// <summary>Keeps the first documents of an order.</summary>
internal abstract class HitCollector
{
    internal abstract void Collect(in MatchWindow window);

    /// <summary>The documents kept, in order.</summary>
    internal abstract IReadOnlyList<SearchHit> Finish();
}
