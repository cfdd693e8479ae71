namespace Lind.Index.Queries;

/// <summary>From the weights of a phrase's hits to its score.</summary>
/// <param name="similarity">How to score weights.</param>
/// <param name="raise">If given, hits side by side score once more as a phrase of their own, and so much above.</param>
/// <remarks>Words near each other and the same words side by side are asked for together by every search of several words: found
/// in one pass, the positions are read once.</remarks>
internal sealed class PhraseScore(Similarity similarity, float? raise = null)
{
    /// <summary>Whether hits side by side score more.</summary>
    internal bool IsRaised => raise is not null;

    /// <summary>No score is above this.</summary>
    internal float Most => similarity.Most + MostOfSideBySide;

    private float MostOfSideBySide => raise is { } more ? similarity.Most + more : 0;

    /// <summary>Hits that weigh less than this do not reach a score.</summary>
    internal float LeastWeight(float score) => similarity.LeastWeight(score - MostOfSideBySide);

    /// <summary>The most a row can score.</summary>
    /// <param name="weight">Its hits weigh no more than this; may be infinite.</param>
    /// <param name="sideBySide">Nor those side by side than this.</param>
    /// <param name="row">The row.</param>
    internal float MostOf(float weight, float sideBySide, int row) => MostOf(weight, row)
        + (raise is { } more && sideBySide > 0 ? MostOf(sideBySide, row) + more : 0);

    private float MostOf(float weight, int row) =>
        float.IsFinite(weight) ? similarity.Score(weight, similarity.Lengths, row) : similarity.Most;

    /// <summary>Adds the score of a row.</summary>
    /// <param name="score">What it is added to.</param>
    /// <param name="weight">The weight of all hits.</param>
    /// <param name="sideBySide">The part of it of hits side by side.</param>
    /// <param name="row">The row.</param>
    internal void AddTo(ref float score, float weight, float sideBySide, int row)
    {
        var lengths = similarity.Lengths;
        score += similarity.Score(weight, lengths, row);
        if (sideBySide > 0 && raise is { } more)
        {
            score += similarity.Score(sideBySide, lengths, row);
            score += more;
        }
    }
}
