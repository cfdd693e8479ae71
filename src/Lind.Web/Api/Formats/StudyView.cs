using System.Buffers;
using Lind.Studies.Json;
using Lind.Web.Api.Requests;

namespace Lind.Web.Api.Formats;

/// <summary>How a study's bytes go out: whole, or the fields asked for; markup as it is or as the classic system had
/// it.</summary>
internal sealed class StudyView
{
    private readonly FieldProjection _projection;

    private StudyView(FieldProjection projection) => _projection = projection;

    /// <summary>The view of the named fields; null means all.</summary>
    public static Outcome<StudyView> Of(IReadOnlyList<string>? fields, bool legacyMarkup)
    {
        var projection = FieldProjection.All;
        foreach (var field in fields ?? [])
        {
            if (!FieldProjection.Parse([field]).Success)
            {
                return new(ApiMessages.InvalidField(field));
            }
        }

        projection = fields is null ? projection : FieldProjection.Parse(fields).Value;
        return new(new StudyView(legacyMarkup ? projection.With(MarkupFormat.Legacy) : projection));
    }

    public void Write(ReadOnlySpan<byte> study, IBufferWriter<byte> output)
    {
        if (_projection.IsIdentity)
        {
            output.Write(study);
        }
        else
        {
            _projection.Write(study, output);
        }
    }
}
