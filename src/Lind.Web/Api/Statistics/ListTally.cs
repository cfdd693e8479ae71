using Lind.Studies.Fields;

namespace Lind.Web.Api.Statistics;

/// <summary>How many items one list field has over all studies; a size counts once a study.</summary>
internal sealed class ListTally(StudyField field)
{
    private readonly Dictionary<int, (int Studies, int LastStudy)> _sizes = [];

    public StudyField Field { get; } = field;

    public int Distinct => _sizes.Count;

    public int? Least => _sizes.Count == 0 ? null : _sizes.Keys.Min();

    public int? Most => _sizes.Count == 0 ? null : _sizes.Keys.Max();

    public void Add(int size, int study)
    {
        var (studies, last) = _sizes.GetValueOrDefault(size);
        if (last != study)
        {
            _sizes[size] = (studies + 1, study);
        }
    }

    public IReadOnlyList<(int Size, int Studies)> Top(int count) => [.. _sizes
        .OrderByDescending(pair => pair.Value.Studies)
        .ThenBy(pair => pair.Key)
        .Take(count)
        .Select(pair => (pair.Key, pair.Value.Studies))];
}
