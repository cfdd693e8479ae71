namespace Lind.Web.Portal;

/// <summary>Where the number of a mark stands: beside it, or on another side where it would cover a neighbour.</summary>
/// <param name="Dx">From the mark's middle, in the units of the drawing.</param>
/// <param name="Dy">From the mark's middle to the number's baseline.</param>
/// <param name="Anchor">The SVG's text-anchor.</param>
public readonly record struct LandscapeLabel(double Dx, double Dy, string Anchor)
{
    private const double Digit = 8;
    private const double Tall = 13;
    private const double Mark = 8;

    private static readonly LandscapeLabel[] Sides = [new(10, 4, "start"), new(-10, 4, "end"), new(0, -11, "middle"), new(0, 20, "middle")];
    private static readonly LandscapeLabel[] AroundRing = [new(16, 4, "start"), new(-16, 4, "end"), new(0, -17, "middle"), new(0, 26, "middle")];

    /// <summary>The labels of marks at these places, each on the first side that is free; on the right if none is.</summary>
    /// <param name="places">Middle of each mark, the number of its digits, and whether a ring stands around it.</param>
    public static IReadOnlyList<LandscapeLabel> Of(IReadOnlyList<(double X, double Y, int Digits, bool Ringed)> places)
    {
        var taken = places.Select(place => new Box(place.X - Mark, place.Y - Mark, place.X + Mark, place.Y + Mark)).ToList();
        var labels = new List<LandscapeLabel>();
        foreach (var (index, place) in places.Index())
        {
            var sides = place.Ringed ? AroundRing : Sides;
            var free = Array.FindIndex(sides, side => !taken.Where((_, other) => other != index).Any(side.At(place).Meets));
            labels.Add(sides[Math.Max(0, free)]);
            taken.Add(labels[^1].At(place));
        }

        return labels;
    }

    private Box At((double X, double Y, int Digits, bool Ringed) place)
    {
        var wide = place.Digits * Digit;
        var left = place.X + Dx - (Anchor == "start" ? 0 : Anchor == "end" ? wide : wide / 2);
        return new(left, place.Y + Dy - Tall + 2, left + wide, place.Y + Dy + 2);
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
