using System.Runtime.InteropServices;
using System.Text;
using Lind.Index.Segments;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Search.Mapping;

/// <summary>Holds a record's site values until the study's own are written: rows nest after the document.</summary>
internal sealed class SiteBuffer
{
    private readonly List<Entry> _entries = [];
    private readonly List<byte> _bytes = [];
    private readonly HashSet<string> _states = new(StringComparer.Ordinal);

    private readonly record struct Entry(int Site, StudyField Field, int Start, int Length, double First, double Second);

    /// <summary>Forgets the last record.</summary>
    public void Clear()
    {
        _entries.Clear();
        _bytes.Clear();
        _states.Clear();
    }

    /// <summary>Takes one value of a site. Values of one site follow each other.</summary>
    public void Add(in StudyValue value)
    {
        var point = value.Field.Kind == FieldKind.GeoPoint;
        _entries.Add(new Entry(value.Ordinals[0], value.Field, _bytes.Count, value.Utf8.Length,
            point ? value.Latitude : value.Number, point ? value.Longitude : 0));
        _bytes.AddRange(value.Utf8);
    }

    /// <summary>Writes each different <c>State, Country</c> of the sites into its column of the study.</summary>
    public void WriteStates(DocumentBuilder builder)
    {
        var state = "";
        foreach (var entry in _entries)
        {
            if (entry.Field == StudyFields.LocationState)
            {
                state = TextOf(entry);
            }
            else if (entry.Field == StudyFields.LocationCountry && state.Length > 0)
            {
                var name = $"{state}, {TextOf(entry)}";
                if (_states.Add(name))
                {
                    builder.Keyword(StudySchema.StateAndCountry, ColumnWriter.Cut(Encoding.UTF8.GetBytes(name)));
                }

                state = "";
            }
            else if (entry.Field == StudyFields.LocationCity)
            {
                state = "";
            }
        }
    }

    private string TextOf(Entry entry) => Encoding.UTF8.GetString(BytesOf(entry));

    private ReadOnlySpan<byte> BytesOf(Entry entry) => CollectionsMarshal.AsSpan(_bytes).Slice(entry.Start, entry.Length);

    /// <summary>Writes a row per site, empty ones too, so that a row's place is the site's place in the record.</summary>
    public void Write(DocumentBuilder builder, TextWriter text)
    {
        foreach (var entry in _entries)
        {
            if (StudySchema.SiteTextOf(entry.Field) is >= 0 and var textField)
            {
                text.Add(textField, entry.Field, BytesOf(entry));
            }
        }

        text.Find(StudySchema.Sites);
        var next = 0;
        for (var site = 0; next < _entries.Count; site++)
        {
            builder.BeginRow(StudySchema.Sites);
            for (; next < _entries.Count && _entries[next].Site == site; next++)
            {
                WriteValue(builder, text, _entries[next]);
            }

            builder.EndRow();
        }

        text.Clear();
    }

    private void WriteValue(DocumentBuilder builder, TextWriter text, Entry entry)
    {
        if (StudySchema.SiteTextOf(entry.Field) >= 0)
        {
            text.WriteNext();
        }

        if (StudySchema.SiteColumnOf(entry.Field) is < 0 and var column)
        {
            return;
        }

        if (entry.Field.Kind == FieldKind.GeoPoint)
        {
            builder.Point(StudySchema.SiteColumnOf(entry.Field), entry.First, entry.Second);
        }
        else
        {
            builder.Keyword(StudySchema.SiteColumnOf(entry.Field), ColumnWriter.Cut(BytesOf(entry)));
        }
    }
}
