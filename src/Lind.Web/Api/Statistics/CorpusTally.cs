using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Web.Api.Statistics;

/// <summary>Counts every field over studies given one after the other.</summary>
internal sealed class CorpusTally : IStudyVisitor
{
    private readonly FieldTally?[] _fields = new FieldTally?[FieldCatalogue.All.Count];
    private readonly ListTally?[] _lists = new ListTally?[FieldCatalogue.All.Count];
    private string _nctId = "";

    /// <summary>Counts all fields, or only some.</summary>
    public CorpusTally(IReadOnlyCollection<StudyField>? only = null)
    {
        var room = new TallyRoom();
        foreach (var field in only ?? FieldCatalogue.All)
        {
            _fields[field.Ordinal] = FieldTally.TypeOf(field) is null ? null : new(field, room);
            _lists[field.Ordinal] = field.IsList ? new(field) : null;
        }
    }

    // From 1: a tally that has met no study holds 0.
    public int Studies { get; private set; }

    public IEnumerable<FieldTally> Fields => _fields.OfType<FieldTally>();

    public IEnumerable<ListTally> Lists => _lists.OfType<ListTally>();

    public void Add(ReadOnlySpan<byte> study, string nctId)
    {
        Studies++;
        _nctId = nctId;
        var visitor = this;
        StudyWalker.Walk(study, ref visitor);
    }

    public void Value(in StudyValue value) => _fields[value.Field.Ordinal]?.Add(value, Studies, _nctId);

    public void EndList(StudyField list, int count, ReadOnlySpan<int> ordinals) =>
        _lists[list.Ordinal]?.Add(count, Studies);
}
