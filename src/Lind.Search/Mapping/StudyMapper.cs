using Lind.Index.Segments;
using Lind.Search.Synonyms;
using Lind.Studies;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Search.Mapping;

/// <summary>Writes records into the index, one at a time. One per thread; reuses its room.</summary>
/// <param name="builder">Takes the documents.</param>
/// <param name="learner">Learns from the same walk over each record; null: nobody does. A walk of its own took a
/// twelfth of the build.</param>
internal sealed class StudyMapper(DocumentBuilder builder, SynonymLearner? learner = null)
{
    private readonly TextWriter _text = new(builder);
    private readonly SiteBuffer _sites = new();
    private readonly SeenValues _seen = new();
    private readonly bool[] _present = new bool[FieldCatalogue.All.Count];

    /// <summary>Adds one record; a record that cannot be read leaves the index as it was.</summary>
    /// <exception cref="System.Text.Json.JsonException">The bytes are not a record.</exception>
    public void Add(NctId nctId, ReadOnlySpan<byte> json)
    {
        _seen.Clear();
        _sites.Clear();
        _text.Clear();
        Array.Clear(_present);
        learner?.Begin();
        builder.Begin(nctId.Number);
        var complete = false;
        try
        {
            var visitor = new Visitor(this);
            StudyWalker.Walk(json, ref visitor);
            _text.WriteAll(StudySchema.Studies);
            builder.Integer(StudySchema.Number, nctId.Number);
            AddPresence();
            _sites.WriteStates(builder);
            _sites.Write(builder, _text);
            complete = true;
        }
        finally
        {
            if (complete)
            {
                builder.End();
                learner?.End();
            }
            else
            {
                builder.Abandon();
            }
        }
    }

    private void AddValue(in StudyValue value)
    {
        var field = value.Field;
        MarkPresent(field);
        if (StudySchema.IsOfSite(field))
        {
            _sites.Add(value);
        }

        // Repeated values of a list (a city of ten sites, a group id of a thousand measurements) count once.
        var hash = ValueHash.Of(value.Utf8, field.Ordinal);
        if (field.Kind != FieldKind.GeoPoint && _seen.Add(hash))
        {
            AddOnce(value);
        }

        learner?.Take(value);
    }

    private void AddOnce(in StudyValue value)
    {
        var field = value.Field;
        if (StudySchema.TextOf(field) is >= 0 and var text)
        {
            _text.Add(text, field, value.Utf8);
        }

        if (StudySchema.ColumnOf(field) is >= 0 and var column)
        {
            ColumnWriter.Write(builder, column, value);
        }

        DerivedColumns.Write(builder, value);
    }

    // A branch is present when a leaf below it has a value.
    private void MarkPresent(StudyField field)
    {
        for (var above = field.Parent; above is not null && !_present[above.Ordinal]; above = above.Parent)
        {
            _present[above.Ordinal] = true;
        }
    }

    private void AddPresence()
    {
        builder.BeginValue(StudySchema.Present);
        for (var ordinal = 0; ordinal < _present.Length; ordinal++)
        {
            if (_present[ordinal])
            {
                var piece = FieldNames.Of(ordinal);
                builder.Token(piece, piece, step: 0);
            }
        }

        builder.EndValue();
    }

    private void AddSize(StudyField list, int count) => builder.Integer(StudySchema.SizeOf(list), count);

    private readonly struct Visitor(StudyMapper mapper) : IStudyVisitor
    {
        public void Value(in StudyValue value) => mapper.AddValue(value);

        public void EndList(StudyField list, int count, ReadOnlySpan<int> ordinals) => mapper.AddSize(list, count);
    }
}
