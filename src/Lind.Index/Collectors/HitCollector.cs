namespace Lind.Index.Collectors;

/// <summary>Keeps the first documents of an order.</summary>
internal abstract class HitCollector
{
    /// <summary>Documents with a lower score cannot come in any more.</summary>
    internal virtual float NeededScore => float.NegativeInfinity;

    internal abstract void Collect(in MatchWindow window);

    /// <summary>Takes over what another collector of the same order has kept; that one is used up.</summary>
    internal abstract void Merge(HitCollector other);

    /// <summary>The documents kept, in order.</summary>
    internal abstract IReadOnlyList<SearchHit> Finish();
}
