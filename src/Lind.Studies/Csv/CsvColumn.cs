using Lind.Studies.Fields;

namespace Lind.Studies.Csv;

/// <summary>One column of the registry's CSV download.</summary>
public sealed class CsvColumn
{
    private readonly Func<Study, string?> _read;

    internal CsvColumn(string title, StudyField[] fields, Func<Study, string?> read) =>
        (Title, Fields, _read) = (title, fields, read);

    /// <summary>The column's heading, which is also its name in requests.</summary>
    public string Title { get; }

    /// <summary>The fields the column is made from.</summary>
    public IReadOnlyList<StudyField> Fields { get; }

    /// <summary>The cell of a study, not yet quoted; empty when the record is silent.</summary>
    public string Read(Study study) => _read(study) ?? "";

    /// <summary>The heading.</summary>
    public override string ToString() => Title;
}
