namespace Lind.Web.Api.Statistics;

/// <summary>How many values all fields of one count hold together: their memory is bounded as a whole, so that a small
/// registry is counted exactly and a large one within a few hundred megabytes.</summary>
internal sealed class TallyRoom
{
    // About 56 bytes each.
    private const int Most = 4_000_000;

    public int Taken { get; set; }

    public bool IsCrowded => Taken > Most;
}
