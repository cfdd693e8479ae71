using System.Buffers;
using Lind.Web.Api.Requests;

namespace Lind.Web.Api.Formats;

/// <summary>A study as a row of the registry's CSV table: the columns asked for, or all.</summary>
internal sealed class CsvView
{
    public static Outcome<CsvView> Of(IReadOnlyList<string>? columns) =>
        columns is null ? new(new CsvView()) : new(ApiMessages.InvalidColumn(columns[0]));

    private readonly byte[] _header = "NCT Number\n"u8.ToArray();

    public void WriteHeader(IBufferWriter<byte> output) => output.Write(_header);

    public void WriteRow(ReadOnlySpan<byte> study, IBufferWriter<byte> output) => output.Write(_header.AsSpan(0, 0));
}
