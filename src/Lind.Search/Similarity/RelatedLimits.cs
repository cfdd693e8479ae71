namespace Lind.Search.Similarity;

/// <summary>The bounds of a question, in words for the person who asked.</summary>
internal static class RelatedLimits
{
    /// <summary>Throws when a request is out of bounds.</summary>
    public static void Check(RelatedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Require(request.Limit is >= 1 and <= RelatedRequest.MaximumLimit, "The limit must be between 1 and 100.");
        Require(
            request.NctIds.Count <= RelatedRequest.MaximumStudies,
            $"At most {RelatedRequest.MaximumStudies} studies can be asked about at once.");
        Require(
            request.NctIds.Count > 0 || !string.IsNullOrWhiteSpace(request.Text),
            "Name a study or give a text to find related studies for.");
        Require(
            request.Phases.All(phase => RelatedFormat.PhaseBit(phase) != 0),
            "The phases must be among NA, EARLY_PHASE1, PHASE1, PHASE2, PHASE3 and PHASE4.");
        if (request.Near is { } place)
        {
            Require(Math.Abs(place.Latitude) <= 90, "The latitude must be between -90 and 90.");
            Require(Math.Abs(place.Longitude) <= 180, "The longitude must be between -180 and 180.");
            Require(place.RadiusMiles > 0, "The distance must be above 0.");
        }
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
