namespace Lind.Search.Similarity;

/// <summary>Answers one question over one snapshot.</summary>
internal sealed class RelatedSearch
{
    private readonly RelatedSnapshot _snapshot;
    private readonly RelatedWeights _weights;
    private readonly RelatedRequest _request;
    private readonly int[] _studies;
    private readonly StudyFeatures? _text;
    private readonly StudyTraits[] _own;

    public RelatedSearch(
        RelatedSnapshot snapshot, RelatedWeights weights, RelatedRequest request, int[] studies, StudyFeatures? text)
    {
        (_snapshot, _weights, _request, _studies, _text) = (snapshot, weights, request, studies, text);
        _own = [.. studies.Select(snapshot.Traits)];
        Family = [.. studies.Zip(_own).SelectMany(pair => FamilyLinks.Of(snapshot, pair.First, pair.Second))
            .Where(link => !IsAsked(link.To))];
    }

    /// <summary>What the records state.</summary>
    public IReadOnlyList<FamilyLink> Family { get; }

    /// <summary>The joint ranking.</summary>
    public IReadOnlyList<RelatedEntry> Entries() => [.. Ranking().Select(Entry)];

    /// <summary>The joint ranking without its words.</summary>
    public IReadOnlyList<Placed> Ranking()
    {
        var question = RelatedQuestion.Of(_snapshot, _studies, _text);
        var filter = new RelatedFilter(_snapshot, _request, _studies);
        var family = Family.Select(link => _snapshot.Find(RelatedCollector.NumberOf(link.To)))
            .Where(study => study >= 0 && filter.Passes(study)).ToHashSet();
        var candidates = Candidates.Find(_snapshot, question, filter, family);
        var ranked = new Scoring(_snapshot, question, _weights).Rank(candidates);
        return Blocks.Of(_snapshot, ranked, family, _request.Limit, _weights.Diversity);
    }

    private RelatedEntry Entry(Placed placed)
    {
        var other = _snapshot.Traits(placed.Scored.Study);
        var id = FamilyLinks.IdOf(other.Number);
        var own = Nearest(placed.Scored.Study);
        return new RelatedEntry
        {
            NctId = id,
            Facts = new(
                other.Title, other.Status, other.Phases, other.StartDate, other.Verified,
                other.Enrollment < 0 ? null : other.Enrollment, other.HasResults),
            Score = Math.Round(Math.Clamp(placed.Score, 0, 1), 6),
            Block = placed.Block,
            Reasons = Reasons.Of(own, other, placed.Scored, Family.Where(link => link.To == id), _text is not null),
            Differences = _studies.Length == 0 ? [] : Differences.Of(own, other),
            Contributions = placed.Scored.Contributions(_weights),
        };
    }

    // Of several studies asked about, words compare with the one most like the answer.
    private StudyTraits Nearest(int other)
    {
        if (_own.Length == 0)
        {
            return _text!.Traits;
        }

        var best = Enumerable.Range(0, _own.Length).MaxBy(index => Lind.Index.Vectors.SparseVectors.Dot(
            _snapshot.Terms(_studies[index]), _snapshot.Terms(other)) * _snapshot.TermScale(_studies[index]));
        return _own[best];
    }

    private bool IsAsked(string nctId) => _own.Any(own => FamilyLinks.IdOf(own.Number) == nctId);
}
