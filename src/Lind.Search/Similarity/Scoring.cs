using Lind.Index.Vectors;

namespace Lind.Search.Similarity;

/// <summary>The ingredients of one candidate's score, each 0 to 1, and how full its record is: what their sum is
/// multiplied with.</summary>
internal sealed record Scored(
    int Study, double Text, double Learned, double Conditions, double Interventions, double Both, double Fullness,
    double Total)
{
    /// <summary>What each ingredient added, largest first: together the total.</summary>
    public IReadOnlyList<FeatureContribution> Contributions(RelatedWeights weights) =>
    [
        .. new FeatureContribution[]
        {
            new("text", Text, Text * weights.ScoreText * Fullness),
            new("learned", Learned, Learned * weights.ScoreLearned * Fullness),
            new("conditions", Conditions, Conditions * weights.ScoreConditions * Fullness),
            new("interventions", Interventions, Interventions * weights.ScoreInterventions * Fullness),
            new("conditions and interventions", Both, Both * weights.ScoreBoth * Fullness),
        }.Where(part => part.Points > 0).OrderByDescending(part => part.Points).ThenBy(part => part.Feature, StringComparer.Ordinal),
    ];
}

/// <summary>Compares candidates with the question closely.</summary>
internal sealed class Scoring
{
    private const int MostFeedback = 8;

    // In telling words: a record of middle length, and what keeps the shortest ones from falling away.
    private const double MiddleRecord = 250;
    private const double ShortRecord = 60;

    private readonly RelatedSnapshot _snapshot;
    private readonly RelatedQuestion _question;
    private readonly RelatedWeights _weights;
    private readonly double _conditionLength;
    private readonly double _interventionLength;

    public Scoring(RelatedSnapshot snapshot, RelatedQuestion question, RelatedWeights weights)
    {
        (_snapshot, _question, _weights) = (snapshot, question, weights);
        _conditionLength = Length(question.ConditionKeys);
        _interventionLength = Length(question.InterventionKeys);
    }

    /// <summary>The candidates with their scores, best first; of equals the lower NCT number.</summary>
    /// <remarks>Ranks twice: what the best studies of the first ranking have in common sharpens the question's place.
    /// Measured in docs/quality.md.</remarks>
    public List<Scored> Rank(IReadOnlyCollection<int> candidates)
    {
        var first = Sorted(candidates.Select(Score));
        var (place, scale) = Sharpened(first.Take(MostFeedback).Select(scored => scored.Study).ToList());
        return Sorted(first.Select(scored => Totalled(scored with { Learned = Nearness(scored.Study, place, scale) })));
    }

    private List<Scored> Sorted(IEnumerable<Scored> scored) =>
        [.. scored.OrderByDescending(one => one.Total).ThenBy(one => _snapshot.Number(one.Study))];

    private Scored Score(int study)
    {
        var conditions = Likeness(_question.ConditionKeys, _conditionLength, _snapshot.ConditionKeys(study));
        var interventions = Likeness(_question.InterventionKeys, _interventionLength, _snapshot.InterventionKeys(study));
        return Totalled(new Scored(
            study, TextLikeness(study), Nearness(study, _question.Place, _question.PlaceScale), conditions, interventions,
            Math.Sqrt(conditions * interventions), Fullness(study), 0));
    }

    private Scored Totalled(Scored scored) => scored with
    {
        Total = scored.Fullness * ((_weights.ScoreText * scored.Text) + (_weights.ScoreLearned * scored.Learned)
            + (_weights.ScoreConditions * scored.Conditions) + (_weights.ScoreInterventions * scored.Interventions)
            + (_weights.ScoreBoth * scored.Both)),
    };

    // Both cosines put a long record, whose words are many, behind a short one that is as much about the question; of two
    // records equally near the fuller one serves better. 1 for a record of middle length. Measured in docs/quality.md.
    private double Fullness(int study) =>
        Math.Pow((_snapshot.Words(study) + ShortRecord) / (MiddleRecord + ShortRecord), _weights.Fullness);

    private double Nearness(int study, sbyte[] place, float scale) =>
        Math.Max(0, Place.Nearness(_snapshot.Place(study), new Place(place, scale)));

    // The question's place, moved towards the middle of these studies.
    private (sbyte[] Place, float Scale) Sharpened(List<int> studies)
    {
        var middle = new float[RelatedFormat.Width];
        foreach (var study in studies)
        {
            _snapshot.Place(study).AddTo(middle);
        }

        var length = Math.Sqrt(middle.Sum(value => (double)value * value));
        if (length == 0)
        {
            return (_question.Place, _question.PlaceScale);
        }

        var sum = Array.ConvertAll(middle, value => (float)(value / length * _weights.Feedback));
        new Place(_question.Place, _question.PlaceScale).AddTo(sum);
        var bytes = new sbyte[RelatedFormat.Width];
        LearnedPlaces.ToBytes(sum, bytes);
        return (bytes, LearnedPlaces.ScaleOf(bytes));
    }

    private double TextLikeness(int study)
    {
        double sum = 0;
        var at = 0;
        foreach (var entry in _snapshot.Terms(study))
        {
            var key = PackedEntry.Key(entry);
            while (at < _question.Terms.Length && _question.Terms[at].Key < key)
            {
                at++;
            }

            if (at < _question.Terms.Length && _question.Terms[at].Key == key)
            {
                sum += _question.Terms[at].Weight * PackedEntry.Weight(entry);
            }
        }

        return Math.Min(1, sum * _snapshot.TermScale(study));
    }

    // The cosine of two sets whose members weigh by their rarity.
    private double Likeness(int[] own, double ownLength, ReadOnlySpan<int> other)
    {
        if (ownLength == 0 || other.Length == 0)
        {
            return 0;
        }

        double shared = 0;
        int i = 0, j = 0;
        while (i < own.Length && j < other.Length)
        {
            if (own[i] == other[j])
            {
                shared += Square(own[i++]);
                j++;
            }
            else if (own[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared == 0 ? 0 : Math.Min(1, shared / (ownLength * Length(other)));
    }

    private double Length(ReadOnlySpan<int> keys)
    {
        double squares = 0;
        foreach (var key in keys)
        {
            squares += Square(key);
        }

        return Math.Sqrt(squares);
    }

    private double Square(int key)
    {
        var weight = _snapshot.Rarity.WeightOf(key);
        return weight * weight;
    }
}
