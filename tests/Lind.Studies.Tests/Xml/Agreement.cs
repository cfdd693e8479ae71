using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lind.Studies.Tests.Xml;

/// <summary>Counts, field by field, how records mapped from XML agree with the registry's own v2 records.</summary>
/// <remarks>A field's value is the list of all its leaves in document order; one count per study that holds the field
/// in either form.</remarks>
internal sealed class Agreement
{
    private readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);

    public int Studies { get; private set; }

    public IReadOnlyDictionary<string, Row> Rows => _rows;

    /// <summary>Fields that the XML can hold: those it holds at least once here, or equally by absence.</summary>
    public double ShareOfHoldable
    {
        get
        {
            var held = _rows.Values.Where(row => row.Same + row.OtherOrder + row.Differs > 0).ToList();
            return (double)held.Sum(row => row.Same + row.OtherOrder) / held.Sum(row => row.All);
        }
    }

    public void Add(JsonElement v2, JsonElement mapped)
    {
        Studies++;
        var first = Leaves(v2);
        var second = Leaves(mapped);
        // The day of the download says when a copy was made, nothing of the study.
        foreach (var path in first.Keys.Union(second.Keys).Where(path => !path.EndsWith(".versionHolder", StringComparison.Ordinal)))
        {
            var row = _rows.TryGetValue(path, out var known) ? known : _rows[path] = new Row();
            row.Count(first.GetValueOrDefault(path), second.GetValueOrDefault(path));
        }
    }

    public string Table()
    {
        var text = new StringBuilder("| field | studies | same | other order | differs | only v2 | only XML |\n");
        text.Append("|---|---|---|---|---|---|---|\n");
        foreach (var (path, row) in _rows)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {path} | {row.All} | {row.Same} | {row.OtherOrder} | {row.Differs} | {row.OnlyV2} | {row.OnlyXml} |\n");
        }

        return text.ToString();
    }

    private static Dictionary<string, List<string>> Leaves(JsonElement study)
    {
        var leaves = new Dictionary<string, List<string>>();
        Collect(study, "");
        return leaves;

        void Collect(JsonElement value, string path)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in value.EnumerateObject())
                    {
                        Collect(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}");
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var item in value.EnumerateArray())
                    {
                        Collect(item, path);
                    }

                    break;
                default:
                    (leaves.TryGetValue(path, out var list) ? list : leaves[path] = []).Add(value.ToString());
                    break;
            }
        }
    }

    internal sealed class Row
    {
        public int Same { get; private set; }

        public int OtherOrder { get; private set; }

        public int Differs { get; private set; }

        public int OnlyV2 { get; private set; }

        public int OnlyXml { get; private set; }

        public int All => Same + OtherOrder + Differs + OnlyV2 + OnlyXml;

        public void Count(List<string>? v2, List<string>? xml)
        {
            if (xml is null)
            {
                OnlyV2++;
            }
            else if (v2 is null)
            {
                OnlyXml++;
            }
            else if (v2.SequenceEqual(xml))
            {
                Same++;
            }
            else if (v2.Order(StringComparer.Ordinal).SequenceEqual(xml.Order(StringComparer.Ordinal)))
            {
                OtherOrder++;
            }
            else
            {
                Differs++;
            }
        }
    }
}
