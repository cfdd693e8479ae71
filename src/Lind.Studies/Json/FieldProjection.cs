using System.Buffers;
using System.Text.Json;
using Lind.Studies.Fields;

namespace Lind.Studies.Json;

/// <summary>How markup is written.</summary>
public enum MarkupFormat
{
    /// <summary>As the record has it: a subset of CommonMark.</summary>
    Markdown,

    /// <summary>As plain text in the manner of the registry's older systems.</summary>
    Legacy,
}

/// <summary>The part of a record that a request's <c>fields</c> names.</summary>
/// <remarks>
/// Members come in the record's order, whatever the order of the names. A branch brings everything below it, members
/// the catalogue does not know included. Objects and list items of which nothing is left are left out. Immutable and
/// thread-safe.
/// </remarks>
public sealed class FieldProjection
{
    private readonly FieldSet _fields;
    private readonly bool _everything;

    private FieldProjection(FieldSet fields, MarkupFormat markup, bool everything) =>
        (_fields, Markup, _everything) = (fields, markup, everything);

    /// <summary>The whole record as it is.</summary>
    public static FieldProjection All { get; } = new(FieldSet.All, MarkupFormat.Markdown, everything: true);

    /// <summary>How markup is written.</summary>
    public MarkupFormat Markup { get; }

    /// <summary>Whether the record is written as it is, byte for byte but for white space between its parts.</summary>
    public bool IsIdentity => _everything && Markup == MarkupFormat.Markdown;

    /// <summary>The projection to the named fields.</summary>
    /// <param name="names">Pieces, older piece names, full paths, or names of search areas.</param>
    /// <remarks>Fails on the first name that means nothing, with the registry's words for it.</remarks>
    public static ParseResult<FieldProjection> Parse(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var fields = new List<StudyField>();
        foreach (var name in names)
        {
            if (FieldCatalogue.Find(name) is { } field)
            {
                fields.Add(field);
            }
            else if (SearchAreas.Find(name) is { } area)
            {
                fields.AddRange(area.Fields.Select(one => one.Field));
            }
            else
            {
                return ParseResult<FieldProjection>.Fail($"Unknown piece name of field path: {name}");
            }
        }

        return ParseResult<FieldProjection>.Of(Of(fields));
    }

    /// <summary>The projection to these fields.</summary>
    public static FieldProjection Of(IEnumerable<StudyField> fields) =>
        new(new FieldSet(fields), MarkupFormat.Markdown, everything: false);

    /// <summary>The same fields with markup written in another way.</summary>
    public FieldProjection With(MarkupFormat markup) => new(_fields, markup, _everything);

    /// <summary>Whether the field's values are written, when the record has them.</summary>
    public bool Contains(StudyField field) => _fields.Contains(field);

    /// <summary>Writes the named part of a record, on one line.</summary>
    /// <exception cref="JsonException">The bytes are not a record.</exception>
    public void Write(ReadOnlySpan<byte> utf8, IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(destination);

        // Line breaks inside texts are escaped; one in the bytes is white space between parts.
        if (utf8.IndexOfAny((byte)'\n', (byte)'\r') >= 0)
        {
            var compact = new ArrayBufferWriter<byte>(utf8.Length);
            StudyJson.Compact(utf8, compact);
            WriteCompact(compact.WrittenSpan, destination);
        }
        else
        {
            WriteCompact(utf8, destination);
        }
    }

    private void WriteCompact(ReadOnlySpan<byte> utf8, IBufferWriter<byte> destination)
    {
        if (IsIdentity)
        {
            destination.Write(utf8);
            return;
        }

        var run = new Projecting(utf8, _fields, Markup, _everything);
        try
        {
            run.Run();
            destination.Write(run.Written);
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException(broken.Message, broken);
        }
        finally
        {
            run.Dispose();
        }
    }
}
