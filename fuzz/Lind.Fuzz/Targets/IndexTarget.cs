using System.Globalization;
using System.Text;
using Lind.Index.Schemas;
using Lind.Index.Segments;
using Lind.Index.Storage;

namespace Lind.Fuzz.Targets;

/// <summary>Damaged index files: opening and verifying finds every difference, and names it as damage.</summary>
/// <remarks>An input is the number of one file (a byte) and its content; the other files stay whole.</remarks>
internal sealed class IndexTarget : FuzzTarget
{
    private static readonly IndexSchema Schema = new(
        new TableSchema("documents", [new TextField("title"), new TextField("body")],
            [new ColumnField("size", ColumnKind.Integer), new ColumnField("kind", ColumnKind.Keyword)]),
        new TableSchema("rows", [new TextField("name")], [new ColumnField("place", ColumnKind.Point)]));

    private readonly List<(string Name, byte[] Content)> _files = [];

    public IndexTarget()
    {
        var folder = Directory.CreateTempSubdirectory("lind-fuzz-index-");
        using (var writer = IndexWriter.Open(new FileDirectory(folder.FullName), Schema))
        {
            for (var part = 0; part < 2; part++)
            {
                Fill(writer, part);
                writer.Attach("note", "attached"u8.ToArray());
                using var snapshot = writer.Commit();
            }
        }

        foreach (var file in folder.EnumerateFiles().Where(file => file.Extension != ".lock").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            _files.Add((file.Name, File.ReadAllBytes(file.FullName)));
        }

        folder.Delete(recursive: true);
    }

    public override string Name => "index";

    public override IReadOnlyList<byte[]> Samples =>
        [.. _files.Select((file, number) => (byte[])[(byte)number, .. file.Content])];

    public override void Run(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        var damaged = input[0] % _files.Count;
        var directory = new MemoryDirectory();
        for (var i = 0; i < _files.Count; i++)
        {
            using var stream = directory.Create(_files[i].Name);
            stream.Write(i == damaged ? input.AsSpan(1) : _files[i].Content);
        }

        var isWhole = input.AsSpan(1).SequenceEqual(_files[damaged].Content);
        try
        {
            using var snapshot = Snapshot.Open(directory, Schema);
            snapshot.Verify();
        }
        catch (IndexFormatException) when (!isWhole)
        {
            return;
        }

        Demand(isWhole || IsUnused(_files[damaged].Name), $"{_files[damaged].Name}: the damage was not found");
    }

    /// <summary>An older manifest may lie there still; nobody reads it.</summary>
    private bool IsUnused(string name) => _files.Exists(other => other.Name != name
        && Path.GetExtension(other.Name) == Path.GetExtension(name)
        && string.CompareOrdinal(other.Name, name) > 0 && name.StartsWith("manifest", StringComparison.Ordinal));

    private static void Fill(IndexWriter writer, int part)
    {
        var random = new Random(part);
        var builder = writer.CreateBuilder();
        for (var key = 1; key <= 300; key++)
        {
            builder.Begin((part * 200) + key);
            for (var field = 0; field < 2; field++)
            {
                builder.BeginValue(field);
                for (var word = 0; word < 30; word++)
                {
                    var term = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"w{random.Next(400)}"));
                    builder.Token(term, term);
                }

                builder.EndValue();
            }

            builder.Integer(0, random.Next());
            builder.Keyword(1, BitConverter.GetBytes(random.Next(9)));
            builder.BeginRow(1);
            builder.Point(0, (random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180);
            builder.EndRow();
            builder.End();
        }
    }
}
