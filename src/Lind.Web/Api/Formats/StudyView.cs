using System.Buffers;
using Lind.Web.Api.Requests;

namespace Lind.Web.Api.Formats;

/// <summary>How a study's bytes go out.</summary>
internal sealed class StudyView
{
    private readonly bool _isWhole;

    private StudyView(bool isWhole) => _isWhole = isWhole;

    public static Outcome<StudyView> Of(IReadOnlyList<string>? fields, bool legacyMarkup) =>
        fields is not null ? new(ApiMessages.UnknownPiece(fields[0]))
            : legacyMarkup ? new(ApiMessages.InvalidValue("markupFormat", "legacy"))
            : new(new StudyView(isWhole: true));

    public void Write(ReadOnlySpan<byte> study, IBufferWriter<byte> output) =>
        output.Write(_isWhole ? study : []);
}
