using Lind.Studies.Fields;

namespace Lind.Web.Api.Statistics;

/// <summary>How many items one list field has over all studies; a size counts once a study.</summary>
internal sealed class ListTally(StudyField field)
{
    private readonly Dictionary<int, (int Studies, int LastStudy)> _sizes = [];

    public StudyField Field { get; } = field;

    public void Add(int size, int study)
    {
        var (studies, last) = _sizes.GetValueOrDefault(size);
        if (last != study)
        {
            _sizes[size] = (studies + 1, study);
        }
    }

    public ListFigures Figures() => new(Field, [.. _sizes.Select(pair => (pair.Key, (long)pair.Value.Studies))]);
}
