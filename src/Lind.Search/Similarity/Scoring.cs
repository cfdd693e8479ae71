namespace Lind.Search.Similarity;

/// <summary>The ingredients of one candidate's score, each 0 to 1.</summary>
internal sealed record Scored(
    int Study, double Text, double Learned, double Conditions, double Interventions, double Both, double Total)
{
    /// <summary>What each ingredient added, largest first.</summary>
    public IReadOnlyList<FeatureContribution> Contributions(RelatedWeights weights) =>
    [
        .. new FeatureContribution[]
        {
            new("text", Text, Text * weights.ScoreText),
            new("learned", Learned, Learned * weights.ScoreLearned),
            new("conditions", Conditions, Conditions * weights.ScoreConditions),
            new("interventions", Interventions, Interventions * weights.ScoreInterventions),
            new("conditions and interventions", Both, Both * weights.ScoreBoth),
        }.Where(part => part.Points > 0).OrderByDescending(part => part.Points).ThenBy(part => part.Feature, StringComparer.Ordinal),
    ];
}

/// <summary>Compares candidates with the question closely.</summary>
internal sealed class Scoring
{
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
    public List<Scored> Rank(IEnumerable<Candidate> candidates) =>
        [.. candidates.Select(Score).OrderByDescending(scored => scored.Total).ThenBy(scored => scored.Study)];

    private Scored Score(Candidate candidate)
    {
        var conditions = Likeness(_question.ConditionKeys, _conditionLength, _snapshot.ConditionKeys(candidate.Study));
        var interventions = Likeness(
            _question.InterventionKeys, _interventionLength, _snapshot.InterventionKeys(candidate.Study));
        var both = Math.Sqrt(conditions * interventions);
        var total = (_weights.ScoreText * candidate.Text) + (_weights.ScoreLearned * candidate.Learned)
            + (_weights.ScoreConditions * conditions) + (_weights.ScoreInterventions * interventions)
            + (_weights.ScoreBoth * both);
        return new Scored(candidate.Study, candidate.Text, candidate.Learned, conditions, interventions, both, total);
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
