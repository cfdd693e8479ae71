using System.Text;
using Lind.TestKit;
using Lind.Web.Tests.Hosting;

namespace Lind.Web.Tests.Api;

public sealed class CsvTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Csv_ColumnsAsked_AreGivenInTheRegistrysOrder()
    {
        await using var server = await WebServer.StartAsync(Samples.Study(1, "Title, with \"comma\""));

        var text = await server.GetTextAsync("/api/v2/studies/NCT1?format=csv&fields=Study Title|NCT Number,Enrollment");

        Assert.Equal("NCT Number,Study Title,Enrollment\nNCT00000001,\"Title, with \"\"comma\"\"\",100\n", text);
    }

    [Fact]
    public async Task Csv_RegistrysOwnDownload_IsMetInEveryCell()
    {
        var own = ReadTable(await File.ReadAllTextAsync(
            Requires.SharedData("csv-export/ctg-studies.csv"), Encoding.UTF8, Cancellation));
        var data = await TestRegistry.ImportAsync(Requires.SharedData("csv-export/ctg-studies.json.zip"));
        await using var server = await WebServer.StartAsync(new LindWebOptions(), data);

        var columns = string.Join('|', own[0]);
        var differences = new List<string>();
        foreach (var row in own.Skip(1))
        {
            var ours = ReadTable(await server.GetTextAsync(
                $"/api/v2/studies/{row[0]}?format=csv&fields={Uri.EscapeDataString(columns)}"));
            differences.AddRange(Enumerable.Range(0, row.Count)
                .Where(at => ours[1][at] != row[at])
                .Select(at => $"{row[0]} {own[0][at]}"));
        }

        Assert.Equal(529, own.Count - 1);
        Assert.Empty(differences);
    }

    // A plain reader of RFC 4180, independent of the writer under test.
    internal static List<List<string>> ReadTable(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        return rows;
    }
}
