namespace Lind.Search.Similarity;

/// <summary>Which studies may be answered.</summary>
internal sealed class RelatedFilter
{
    private const double EarthRadiusMiles = 3958.8;

    private readonly RelatedSnapshot _snapshot;
    private readonly RelatedRequest _request;
    private readonly HashSet<int> _asked;
    private readonly HashSet<ulong> _sponsors;
    private readonly byte _flags;
    private readonly int _phases;

    public RelatedFilter(RelatedSnapshot snapshot, RelatedRequest request, int[] asked)
    {
        _snapshot = snapshot;
        _request = request;
        _asked = [.. asked];
        _sponsors = [];
        foreach (var study in asked)
        {
            _sponsors.Add(snapshot.Sponsor(study));
        }

        _flags = (byte)((request.OnlyRecruiting ? RelatedFormat.Recruiting : 0)
            | (request.OnlyWithResults ? RelatedFormat.WithResults : 0));
        _phases = request.Phases.Aggregate(0, (bits, phase) => bits | RelatedFormat.PhaseBit(phase));
    }

    /// <summary>Whether a study may be answered.</summary>
    public bool Passes(int study) =>
        !_snapshot.IsDropped(study)
        && (_snapshot.Flags(study) & _flags) == _flags
        && (_request.Phases.Count == 0 || (_snapshot.Phases(study) & _phases) != 0)
        && PassesSponsor(study)
        && !_asked.Contains(study)
        && (_request.Near is null || IsNear(study, _request.Near));

    private bool PassesSponsor(int study) => _asked.Count == 0 || _request.Sponsor switch
    {
        SponsorChoice.Same => _sponsors.Contains(_snapshot.Sponsor(study)),
        SponsorChoice.Other => !_sponsors.Contains(_snapshot.Sponsor(study)),
        _ => true,
    };

    private bool IsNear(int study, RelatedPlace place)
    {
        foreach (var site in _snapshot.Sites(study))
        {
            if (Miles(site, place) <= place.RadiusMiles)
            {
                return true;
            }
        }

        return false;
    }

    // Haversine: good to half a per cent, and steady for near points.
    private static double Miles(SitePoint site, RelatedPlace place)
    {
        var (north, south) = (Radians(site.Latitude), Radians(place.Latitude));
        var height = Math.Pow(Math.Sin((north - south) / 2), 2);
        var width = Math.Pow(Math.Sin(Radians(site.Longitude - place.Longitude) / 2), 2);
        return 2 * EarthRadiusMiles * Math.Asin(Math.Sqrt(Math.Min(1, height + (Math.Cos(north) * Math.Cos(south) * width))));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
