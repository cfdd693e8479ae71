namespace Lind.Index.Collectors;

/// <summary>What one thread of a pass collects. Used by one thread at a time.</summary>
internal abstract class PassLane
{
    /// <summary>Documents with a lower score cannot come in any more.</summary>
    internal virtual float NeededScore => float.NegativeInfinity;

    /// <summary>Takes the matches of a window.</summary>
    internal abstract void Collect(in MatchWindow window);
}
