using System.IO.Compression;

namespace Lind.Generator;

/// <summary>All donors, and what is drawn from across them: sites, sentences by branch, words.</summary>
internal sealed class Corpus
{
    private readonly Dictionary<string, Donor[]> _byBranch;
    private readonly Dictionary<string, ReadOnlyMemory<byte>[]> _prose = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>[]> _criteria = [];

    private Corpus(Donor[] donors)
    {
        Plain = [.. donors.Where(donor => !donor.HasResults)];
        Posted = [.. donors.Where(donor => donor.HasResults)];
        Sites = [.. donors.SelectMany(donor => donor.Sites)];
        _byBranch = donors.GroupBy(donor => donor.Branch).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var (branch, members) in _byBranch)
        {
            _prose[branch] = Units(members, PartKind.Prose);
            _criteria[branch] = Units(members, PartKind.Criteria);
        }

        Words = CollectWords(donors);
        LongWords = [.. Words.Where(word => word.Length >= 8)];
    }

    public Donor[] Plain { get; }

    public Donor[] Posted { get; }

    public Template[] Sites { get; }

    /// <summary>Words as often as the donors use them, so that a drawn word is as common as in the donors.</summary>
    public ReadOnlyMemory<byte>[] Words { get; }

    public ReadOnlyMemory<byte>[] LongWords { get; }

    public Donor[] OfBranch(string branch) => _byBranch[branch];

    public ReadOnlyMemory<byte>[] UnitsOf(PartKind kind, string branch) =>
        (kind == PartKind.Criteria ? _criteria : _prose)[branch];

    /// <summary>Reads the studies of every <c>.ndjson.gz</c> file named <c>studies-*</c> in a folder.</summary>
    public static Corpus Load(string folder)
    {
        var donors = new List<Donor>();
        foreach (var path in Directory.EnumerateFiles(folder, "studies-*.ndjson.gz").Order(StringComparer.Ordinal))
        {
            using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            while (lines.ReadLine() is { } line)
            {
                donors.Add(Donor.Read(System.Text.Encoding.UTF8.GetBytes(line)));
            }
        }

        return donors.Count > 0
            ? new Corpus([.. donors])
            : throw new IOException($"No studies-*.ndjson.gz in {folder}.");
    }

    private static ReadOnlyMemory<byte>[] Units(Donor[] donors, PartKind kind) =>
    [
        .. donors.SelectMany(donor => donor.Templates).SelectMany(template => template.Parts)
            .Where(part => part.Kind == kind && part.Units.Length > 1)
            .SelectMany(part => part.Units.Take(part.Units.Length - 1)).Where(unit => IsMovable(kind, unit.Span)),
    ];

    /// <summary>A criteria line that is a bullet; a sentence of ordinary length.</summary>
    public static bool IsMovable(PartKind kind, ReadOnlySpan<byte> unit) => kind == PartKind.Criteria
        ? unit.StartsWith("* "u8) && unit.Length < 600
        : unit.Length is > 20 and < 600 && unit.IndexOf("\\n"u8) < 0;

    private static ReadOnlyMemory<byte>[] CollectWords(Donor[] donors)
    {
        var words = new List<ReadOnlyMemory<byte>>();
        var seen = 0;
        foreach (var part in donors.SelectMany(donor => donor.Templates).SelectMany(template => template.Parts))
        {
            foreach (var unit in part.Units)
            {
                foreach (var range in unit.Span.Split((byte)' '))
                {
                    var word = unit[range];
                    if (TextMixer.IsPlainWord(word.Span) && seen++ % 3 == 0)
                    {
                        words.Add(word);
                    }
                }
            }
        }

        return [.. words];
    }
}
