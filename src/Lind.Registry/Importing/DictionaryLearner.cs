using Lind.Store;
using Lind.Store.Packing;

namespace Lind.Registry.Importing;

/// <summary>Learns the dictionaries of an import: the first from the first records, so that all are packed with one; a
/// second, for those that follow, from records spread over many more. Not safe for several threads.</summary>
/// <remarks>The registry's own download begins with the studies of 1999, few of them with results: what they have in
/// common is not what the later ones have. Measured on the shared v2 records: a sample spread over all saves 3 % of the
/// store beside the first thousand.</remarks>
/// <param name="newest">What the store has; null for none.</param>
internal sealed class DictionaryLearner(StudyDictionary? newest)
{
    /// <summary>Each of so many records goes into the second sample.</summary>
    internal const int Spread = 20;

    private readonly List<ReadOnlyMemory<byte>> _sample = [];
    private long _newestId = newest?.Id ?? 0;
    private bool _mayLearnAgain;
    private long _seen;

    /// <summary>The dictionary for new blocks; null while there is none, or only one of an older form.</summary>
    public StudyDictionary? Current { get; private set; } = newest is { Form: DictionaryForm.Words } ? newest : null;

    /// <summary>Learns the first dictionary.</summary>
    public StudyDictionary LearnFirst(IEnumerable<IncomingStudy> studies)
    {
        _mayLearnAgain = true;
        return Learn(studies.Select(study => study.Json));
    }

    /// <summary>Looks at a new version that is packed with <see cref="Current"/>; the second dictionary once there are
    /// enough, else null.</summary>
    public StudyDictionary? Observe(IncomingStudy study)
    {
        if (!_mayLearnAgain || ++_seen % Spread != 0)
        {
            return null;
        }

        _sample.Add(study.Json);
        if (_sample.Count < DictionaryTraining.Records)
        {
            return null;
        }

        _mayLearnAgain = false;
        var second = Learn(_sample);
        _sample.Clear();
        return second;
    }

    private StudyDictionary Learn(IEnumerable<ReadOnlyMemory<byte>> records) =>
        Current = DictionaryTraining.Learn(++_newestId, records);
}
