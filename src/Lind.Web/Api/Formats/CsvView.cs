using System.Buffers;
using System.Text;
using Lind.Studies.Csv;
using Lind.Studies.Json;
using Lind.Web.Api.Requests;

namespace Lind.Web.Api.Formats;

/// <summary>Studies as rows of the registry's CSV table: the columns asked for, or all.</summary>
internal sealed class CsvView
{
    private readonly IReadOnlyList<CsvColumn> _columns;

    private CsvView(IReadOnlyList<CsvColumn> columns) => _columns = columns;

    /// <summary>The view of the named columns, in the registry's order whatever the order of the names; null means
    /// all.</summary>
    public static Outcome<CsvView> Of(IReadOnlyList<string>? columns)
    {
        foreach (var column in columns ?? [])
        {
            if (!StudyCsv.ParseColumns([column]).Success)
            {
                return new(ApiMessages.InvalidColumn(column));
            }
        }

        var asked = columns is null ? null : StudyCsv.ParseColumns(columns).Value;
        return new(new CsvView([.. StudyCsv.Columns.Where(column => asked?.Contains(column) ?? true)]));
    }

    public void WriteHeader(IBufferWriter<byte> output)
    {
        var text = new StringWriter();
        StudyCsv.WriteHeader(text, _columns);
        Encoding.UTF8.GetBytes(text.GetStringBuilder().ToString(), output);
    }

    public void WriteRow(ReadOnlySpan<byte> study, IBufferWriter<byte> output)
    {
        var text = new StringWriter();
        StudyCsv.WriteRow(text, _columns, StudyJson.Read(study));
        Encoding.UTF8.GetBytes(text.GetStringBuilder().ToString(), output);
    }
}
