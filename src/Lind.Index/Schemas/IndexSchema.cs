using System.Text;

namespace Lind.Index.Schemas;

/// <summary>What an index holds: documents (table 0) and any number of tables of rows nested in them.</summary>
/// <remarks>Every document also has a key, a number of the caller's that is unique in the index. Immutable.</remarks>
public sealed class IndexSchema
{
    /// <summary>The largest number of tables, the documents' own included.</summary>
    public const int MaxTables = 16;

    /// <summary>Describes an index.</summary>
    /// <exception cref="ArgumentException">Too many tables.</exception>
    public IndexSchema(TableSchema documents, params IReadOnlyList<TableSchema> nested)
    {
        Tables = [documents, .. nested];
        if (Tables.Count > MaxTables)
        {
            throw new ArgumentException($"An index has at most {MaxTables} tables.", nameof(nested));
        }

        Fingerprint = ComputeFingerprint();
    }

    /// <summary>The tables: the documents first, then the nested ones; a table's number is its place here.</summary>
    public IReadOnlyList<TableSchema> Tables { get; }

    /// <summary>The table of the documents themselves.</summary>
    public TableSchema Documents => Tables[0];

    /// <summary>A number that differs (but for chance) between schemas whose files cannot be read for one another.</summary>
    public ulong Fingerprint { get; }

    private ulong ComputeFingerprint()
    {
        var text = new StringBuilder();
        foreach (var table in Tables)
        {
            text.Append("table ").Append(table.Name).Append('\n');
            text.AppendJoin('\n', table.TextFields.Select(field => $"text {field.Name} {field.LengthGroup}{(field.IsAside ? " aside" : "")}"));
            text.AppendJoin('\n', table.Columns.Select(column => $"column {column.Name} {column.Kind}"));
        }

        // FNV-1a, 64 bits.
        var hash = 14695981039346656037UL;
        foreach (var value in System.Text.Encoding.UTF8.GetBytes(text.ToString()))
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        return hash;
    }
}
