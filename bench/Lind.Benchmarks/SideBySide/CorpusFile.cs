using System.Buffers.Binary;
using System.Text;

namespace Lind.Benchmarks.SideBySide;

/// <summary>One study as every engine of the comparison gets it: already parsed, so that no engine is charged for JSON.</summary>
public sealed record CorpusStudy(
    int Number, IReadOnlyList<(int Field, string Text)> Texts, IReadOnlyList<string>[] Facets, int? StartDay,
    IReadOnlyList<CorpusSite> Sites);

/// <summary>A site of a study; the coordinates are NaN where the record has none.</summary>
public sealed record CorpusSite(double Latitude, double Longitude, string City, string Status);

/// <summary>A search area: the fields it reads and their weights.</summary>
public sealed record CorpusArea(string Name, IReadOnlyList<(int Field, float Weight)> Fields);

/// <summary>The corpus file that all engines read.</summary>
/// <remarks>
/// Big-endian throughout, because the Java side reads it too. Texts are UTF-8.
/// <code>
/// file  := magic:u32 = "LSBS"  version:u32 = 1  fieldCount:i32 (len:u16 name)*  areaCount:i32 area*  study*
/// area  := len:u16 name  count:i32 (field:u16 weight:f32)*
/// study := number:i32  textCount:i32 (field:u16 len:i32 text)*  facet{5}  startDay:i32 (minimum: none)  siteCount:i32 site*
/// facet := count:u8 (len:u16 value)*
/// site  := latitude:f64 longitude:f64 (NaN: none)  len:u16 city  len:u16 status
/// </code>
/// </remarks>
public sealed class CorpusFile : IDisposable
{
    /// <summary>Facets counted for every query: status, phase, study type, sex, country.</summary>
    public const int FacetCount = 5;

    private const uint Magic = 0x4C534253;
    private readonly BinaryReader _in;

    public CorpusFile(string path)
    {
        _in = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 20));
        if ((uint)Int32() != Magic || Int32() != 1)
        {
            throw new InvalidDataException($"{path} is not a corpus file of version 1");
        }

        Fields = [.. Enumerable.Range(0, Int32()).Select(_ => ShortText())];
        Areas = [.. Enumerable.Range(0, Int32()).Select(_ => Area())];
    }

    public IReadOnlyList<string> Fields { get; }

    public IReadOnlyList<CorpusArea> Areas { get; }

    public void Dispose() => _in.Dispose();

    /// <summary>The studies, in the file's order; can be read once.</summary>
    public IEnumerable<CorpusStudy> Studies()
    {
        while (_in.BaseStream.Position < _in.BaseStream.Length)
        {
            yield return Study();
        }
    }

    public static void Write(
        string path, IReadOnlyList<string> fields, IReadOnlyList<CorpusArea> areas, IEnumerable<CorpusStudy> studies)
    {
        using var stream = new BufferedStream(File.Create(path), 1 << 20);
        using var to = new BinaryWriter(stream);
        Put(to, unchecked((int)Magic));
        Put(to, 1);
        Put(to, fields.Count);
        foreach (var field in fields)
        {
            PutShort(to, field);
        }

        Put(to, areas.Count);
        foreach (var area in areas)
        {
            PutShort(to, area.Name);
            Put(to, area.Fields.Count);
            foreach (var (field, weight) in area.Fields)
            {
                PutU16(to, field);
                Put(to, BitConverter.SingleToInt32Bits(weight));
            }
        }

        foreach (var study in studies)
        {
            Put(to, study);
        }
    }

    private static void Put(BinaryWriter to, CorpusStudy study)
    {
        Put(to, study.Number);
        Put(to, study.Texts.Count);
        foreach (var (field, text) in study.Texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            PutU16(to, field);
            Put(to, bytes.Length);
            to.Write(bytes);
        }

        foreach (var values in study.Facets)
        {
            var kept = values.Take(byte.MaxValue).ToList();
            to.Write((byte)kept.Count);
            kept.ForEach(value => PutShort(to, value));
        }

        Put(to, study.StartDay ?? int.MinValue);
        Put(to, study.Sites.Count);
        foreach (var site in study.Sites)
        {
            PutDouble(to, site.Latitude);
            PutDouble(to, site.Longitude);
            PutShort(to, site.City);
            PutShort(to, site.Status);
        }
    }

    private static void Put(BinaryWriter to, int value) => to.Write(BinaryPrimitives.ReverseEndianness(value));

    private static void PutU16(BinaryWriter to, int value) => to.Write(BinaryPrimitives.ReverseEndianness(checked((ushort)value)));

    private static void PutDouble(BinaryWriter to, double value) =>
        to.Write(BinaryPrimitives.ReverseEndianness(BitConverter.DoubleToInt64Bits(value)));

    private static void PutShort(BinaryWriter to, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        PutU16(to, bytes.Length);
        to.Write(bytes);
    }

    private CorpusArea Area()
    {
        var name = ShortText();
        var fields = new (int, float)[Int32()];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = (UInt16(), BitConverter.Int32BitsToSingle(Int32()));
        }

        return new CorpusArea(name, fields);
    }

    private CorpusStudy Study()
    {
        var number = Int32();
        var texts = new (int, string)[Int32()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = (UInt16(), Encoding.UTF8.GetString(_in.ReadBytes(Int32())));
        }

        var facets = new IReadOnlyList<string>[FacetCount];
        for (var i = 0; i < FacetCount; i++)
        {
            facets[i] = [.. Enumerable.Range(0, _in.ReadByte()).Select(_ => ShortText())];
        }

        var start = Int32();
        var sites = new CorpusSite[Int32()];
        for (var i = 0; i < sites.Length; i++)
        {
            sites[i] = new CorpusSite(Double(), Double(), ShortText(), ShortText());
        }

        return new CorpusStudy(number, texts, facets, start == int.MinValue ? null : start, sites);
    }

    private int Int32() => BinaryPrimitives.ReverseEndianness(_in.ReadInt32());

    private int UInt16() => BinaryPrimitives.ReverseEndianness(_in.ReadUInt16());

    private double Double() => BitConverter.Int64BitsToDouble(BinaryPrimitives.ReverseEndianness(_in.ReadInt64()));

    private string ShortText() => Encoding.UTF8.GetString(_in.ReadBytes(UInt16()));
}
