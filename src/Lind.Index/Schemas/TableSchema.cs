namespace Lind.Index.Schemas;

/// <summary>One kind of row: the documents themselves, or the rows nested in them. Text fields and columns are known by
/// their place in these lists.</summary>
public sealed class TableSchema
{
    /// <summary>The largest number of text fields of a table.</summary>
    public const int MaxTextFields = 1024;

    /// <summary>The largest number of columns of a table.</summary>
    public const int MaxColumns = 1024;

    /// <summary>The largest number of length groups of a table.</summary>
    public const int MaxLengthGroups = 8;

    /// <summary>Describes a table.</summary>
    /// <exception cref="ArgumentException">Too many fields, a name twice, a length group out of range, or a field that is aside before
    /// one that is not.</exception>
    public TableSchema(string name, IEnumerable<TextField> textFields, IEnumerable<ColumnField> columns)
    {
        Name = name;
        TextFields = [.. textFields];
        Columns = [.. columns];
        Check(TextFields.Count <= MaxTextFields, "too many text fields");
        Check(Columns.Count <= MaxColumns, "too many columns");
        Check(TextFields.DistinctBy(field => field.Name).Count() == TextFields.Count, "a text field name twice");
        Check(Columns.DistinctBy(column => column.Name).Count() == Columns.Count, "a column name twice");
        Check(TextFields.All(field => field.LengthGroup is >= 0 and < MaxLengthGroups), "length group out of range");
        AsideFrom = TextFields.Count(field => !field.IsAside);
        Check(TextFields.Skip(AsideFrom).All(field => field.IsAside), "a text field that is not aside stands behind one that is");
        LengthGroups = TextFields.Count == 0 ? 0 : TextFields.Max(field => field.LengthGroup) + 1;
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>The text fields; a field's number is its place here.</summary>
    public IReadOnlyList<TextField> TextFields { get; }

    /// <summary>The columns; a column's number is its place here.</summary>
    public IReadOnlyList<ColumnField> Columns { get; }

    /// <summary>The number of the first text field that is aside; the number of text fields if none is.</summary>
    public int AsideFrom { get; }

    /// <summary>How many length groups the text fields use.</summary>
    public int LengthGroups { get; }

    /// <summary>The number of the text field with this name, or -1.</summary>
    public int FindTextField(string name) => IndexOf(TextFields, field => field.Name == name);

    /// <summary>The number of the column with this name, or -1.</summary>
    public int FindColumn(string name) => IndexOf(Columns, column => column.Name == name);

    private static int IndexOf<T>(IReadOnlyList<T> items, Func<T, bool> matches)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (matches(items[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private void Check(bool condition, string problem)
    {
        if (!condition)
        {
            throw new ArgumentException($"Table {Name}: {problem}.");
        }
    }
}
